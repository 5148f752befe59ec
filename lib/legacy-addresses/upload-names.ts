/**
 * Which picture a file of an earlier site's uploads was made from. Pure.
 * Sources: WP's image_resize (-300x200), big_image_size_threshold (-scaled), wp_get_image_editor (-rotated) and
 * wp_save_image (-e and the milliseconds of the edit).
 */

const uploads = /(?:^|\/)wp-content\/uploads\/.*[^/]\.[a-z0-9]{2,5}$/;
const size = /-\d{1,5}x\d{1,5}$/;
const edit = /-(?:scaled|rotated|e\d{10,13})$/;

/** Whether an address is one of an uploaded file. @param path canonical */
export function isUploadPath(path: string): boolean {
  return uploads.test(path);
}

/**
 * The names under which the picture may have been recorded, likeliest first: the file itself, then without what was added
 * to its name for a smaller, turned or edited copy.
 * @param path for example "/wp-content/uploads/2020/05/a-300x200.jpg"
 */
export function uploadCandidates(path: string): string[] {
  const [, stem = path, ending = ""] = /^(.*[^/])(\.[a-z0-9]{2,5})$/.exec(path) ?? [];
  const stems = [stem];
  let bare = stem;
  if (size.test(bare)) {
    bare = bare.replace(size, "");
    stems.push(bare);
  }
  // Small copies are named after the upload, not after the reduced file that the library shows for it.
  const whole = bare;
  stems.push(`${whole}-scaled`, `${whole}-rotated`);
  while (edit.test(bare)) {
    bare = bare.replace(edit, "");
    stems.push(bare);
  }
  const names = [...new Set(stems)].map((one) => one + ending);
  // Plug-ins that convert pictures add their own ending: "a.jpg.webp".
  return /\.(?:jpe?g|png|gif)$/.test(stem) ? [...names, ...uploadCandidates(stem)] : names;
}
