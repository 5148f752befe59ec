/** Every address of the desk is built here. */
import { listParameters, type ListAddress } from "./articles/list-address";

export const deskPath = "/admin";
export const deskSignInPath = "/admin/sign-in";
export const deskSignOutPath = "/admin/sign-out";
/** Sign-in, after a new password was chosen. */
export const deskPasswordChangedPath = "/admin/sign-in?changed=1";
/** Where administrators set up the second factor that they owe. */
export const deskSecondFactorPath = "/admin/second-factor";
export const deskForgotPasswordPath = "/admin/forgot-password";
export const deskAccountPath = "/admin/account";
export const deskUsersPath = "/admin/users";
export const deskMailPath = "/admin/mail";
export const deskArticlesPath = "/admin/articles";
export const deskCalendarPath = "/admin/calendar";
export const deskBoardPath = "/admin/board";
export const deskMediaPath = "/admin/media";
export const deskCategoriesPath = "/admin/categories";
export const deskTagsPath = "/admin/tags";
export const deskPeoplePath = "/admin/people";
export const deskPagesPath = "/admin/pages";
export const deskMenusPath = "/admin/menus";
export const deskHomePath = "/admin/home";
export const deskAdvertisementsPath = "/admin/advertisements";
export const deskRedirectsPath = "/admin/redirects";
export const deskHelplinesPath = "/admin/help-lines";
export const deskSettingsPath = "/admin/settings";
export const deskAuditPath = "/admin/audit";
export const deskHealthPath = "/admin/health";

/** The sign-in page that leads on to `next` afterwards. */
export function deskSignInFor(next: string): string {
  return withQuery(deskSignInPath, { next: next === deskPath ? "" : next });
}

/** One mail of the outbox. */
export function deskMailItemPath(id: number): string {
  return `${deskMailPath}/${String(id)}`;
}

/** The outbox. */
export function deskMailListPath(page: number): string {
  return withQuery(deskMailPath, { page: page > 1 ? String(page) : "" });
}

export function deskArticlePath(id: number): string {
  return `${deskArticlesPath}/${String(id)}`;
}

/** The list of articles, as asked. */
export function deskArticleListPath(address: ListAddress): string {
  const query = listParameters(address).toString();
  return query ? `${deskArticlesPath}?${query}` : deskArticlesPath;
}

/** @param before revisions with smaller numbers only, for the next page of the list */
export function deskRevisionsPath(articleId: number, before?: number): string {
  return withQuery(`${deskArticlePath(articleId)}/revisions`, { before: before === undefined ? "" : String(before) });
}

/** Two versions side by side; each a revision's number or "working" for the working copy. */
export function deskComparisonPath(
  articleId: number,
  { before, after }: { before: number | "working"; after: number | "working" },
): string {
  return withQuery(`${deskRevisionsPath(articleId)}/compare`, { before: String(before), after: String(after) });
}

/** @param month "2026-11" */
export function deskCalendarMonthPath(month: string): string {
  return withQuery(deskCalendarPath, { month });
}

export function deskPagePath(id: number): string {
  return `${deskPagesPath}/${String(id)}`;
}

export function deskMediaItemPath(id: number): string {
  return `${deskMediaPath}?item=${String(id)}`;
}

/** PUT: what an open editor saves by itself. */
export function deskWorkingCopyPath(articleId: number): string {
  return `/admin/api/articles/${String(articleId)}/working-copy`;
}

/** GET: the checklist before publishing. POST: asks the external links first. */
export function deskChecklistPath(articleId: number): string {
  return `/admin/api/articles/${String(articleId)}/checklist`;
}

/** POST: who has an article open. */
export function deskPresencePath(articleId: number): string {
  return `/admin/api/articles/${String(articleId)}/presence`;
}

/** JSON: articles with these words, for the palette and for links. */
export function deskArticleSearchPath(words: string): string {
  return `/admin/api/articles?${new URLSearchParams({ q: words }).toString()}`;
}

/** JSON: tags whose name holds these words. POST to the same address without words chooses one by name, or makes it. */
export function deskTagSearchPath(search: { q?: string; ids?: readonly number[] } = {}): string {
  return withQuery("/admin/api/tags", { q: search.q, ids: search.ids?.join(",") });
}

/** JSON: people and desks whose name holds these words, or those with the ids. */
export function deskPeopleSearchPath(search: { q?: string; ids?: readonly number[] }): string {
  return withQuery("/admin/api/people", { q: search.q, ids: search.ids?.join(",") });
}

/** JSON: what a text can link to on this site. */
export function deskLinkTargetsPath(words: string): string {
  return withQuery("/admin/api/article-links", { q: words });
}

/** POST: looks up a work by its DOI, PubMed number or address. */
export const deskCitationLookupPath = "/admin/api/citations";

/** PUT: the part of a picture that must stay in view. */
export function deskFocalPointPath(mediaId: number): string {
  return `/admin/api/media/${String(mediaId)}/focal-point`;
}

/** What an address of the picture library asks for. `folder` "top" is what lies in no folder; `item` opens one picture. */
export type MediaListAddress = { q?: string; folder?: string; unused?: boolean; page?: number; item?: number };

/** The picture library; what is left out or empty is not asked for. */
export function deskMediaListPath({ q, folder, unused, page, item }: MediaListAddress): string {
  return withQuery(deskMediaPath, {
    q,
    folder,
    unused: unused ? "1" : "",
    page: page && page > 1 ? String(page) : "",
    item: item ? String(item) : "",
  });
}

/** POST: takes a picture in, as the request's body. `folderId` null is the top of the library. */
export function deskMediaUploadPath({ name, folderId }: { name: string; folderId: number | null }): string {
  return withQuery("/admin/api/media", { name, folder: folderId === null ? "" : String(folderId) });
}

/** PUT: gives a picture new bytes, as the request's body. */
export function deskMediaReplacePath(mediaId: number, name: string): string {
  return withQuery(`/admin/api/media/${String(mediaId)}/file`, { name });
}

/** JSON: what became of a file that was sent. */
export function deskIntakePath(intakeId: string): string {
  return `/admin/api/media/intake/${intakeId}`;
}

/** JSON: a stretch of the library, for the picker. */
export function deskMediaStretchPath(stretch: { q?: string; folder?: string; cursor?: string }): string {
  return withQuery("/admin/api/media", stretch);
}

export function deskCategoryPath(id: number): string {
  return `${deskCategoriesPath}/${String(id)}`;
}

/** A tag; with `into`, also tags with these words to merge it into. */
export function deskTagPath(id: number, into?: string): string {
  return withQuery(`${deskTagsPath}/${String(id)}`, { into });
}

export function deskTagListPath({ q, sort, page }: { q?: string; sort?: string; page?: number }): string {
  return withQuery(deskTagsPath, { q, sort: sort === "name" ? "" : sort, page: page && page > 1 ? String(page) : "" });
}

export const deskNewPersonPath = `${deskPeoplePath}/new`;

export function deskPersonPath(id: number): string {
  return `${deskPeoplePath}/${String(id)}`;
}

export function deskPeopleListPath({ q, page }: { q?: string; page?: number }): string {
  return withQuery(deskPeoplePath, { q, page: page && page > 1 ? String(page) : "" });
}

export const deskNewPagePath = `${deskPagesPath}/new`;

export const deskNewAdvertisementPath = `${deskAdvertisementsPath}/new`;

export function deskAdvertisementPath(id: number): string {
  return `${deskAdvertisementsPath}/${String(id)}`;
}

export const deskNewHelplinePath = `${deskHelplinesPath}/new`;

/** A help line by its id, which is no "new" (ids have a region and a name). */
export function deskHelplinePath(id: string): string {
  return withQuery(`${deskHelplinesPath}/line`, { id });
}

/** A place of the home page, with stories to choose from. */
export function deskHomeSlotPath(slot: string, q?: string): string {
  return withQuery(deskHomePath, { slot, q });
}

export function deskRedirectListPath({ q, page }: { q?: string; page?: number }): string {
  return withQuery(deskRedirectsPath, { q, page: page && page > 1 ? String(page) : "" });
}

/** CSV of all redirects. */
export const deskRedirectExportPath = "/admin/api/redirects.csv";

/** What the audit log is asked for; what is left out or empty is not. `before` is the id of the last entry shown. */
export type AuditListAddress = {
  who?: string | undefined;
  action?: string | undefined;
  subjectType?: string | undefined;
  subjectId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  before?: string | undefined;
};

export function deskAuditListPath(asked: AuditListAddress): string {
  return withQuery(deskAuditPath, asked);
}

/** CSV of the audit log. */
export function deskAuditExportPath(asked: AuditListAddress): string {
  return withQuery("/admin/api/audit.csv", asked);
}

function withQuery(path: string, given: Record<string, string | undefined>): string {
  const filled = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(filled).toString();
  return query ? `${path}?${query}` : path;
}
