import type { ReactElement } from "react";
import type { MediaFolderView } from "@/lib/media/types";

/** Every folder by its whole path, for a `<select>`. The empty value is the top of the library. */
export function FolderOptions({ folders, without }: { folders: MediaFolderView[]; without?: number }): ReactElement {
  return (
    <>
      <option value="">No folder</option>
      {folders
        .filter(({ id }) => id !== without)
        .map(({ id, path }) => (
          <option key={id} value={id}>
            {path.join(" / ")}
          </option>
        ))}
    </>
  );
}
