/** Every verb and every query of the desk: who may, and input that it could work with. */
import { addDays } from "date-fns";
import type { Permission } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { advertisement, helpline, page, paragraphs, testPassword, type Samples } from "./verb-samples";

export type Row = {
  /** "own account": everybody with their own, so not the system. "system": nobody of flesh and blood. */
  need: Permission | "own account" | "system";
  /** What follows the actor. */
  input: (samples: Samples) => unknown[];
  /** Permissions that single acts of the verb need besides. */
  also: readonly Permission[];
};

type Input = Row["input"];

function needs(need: Row["need"], input: Input = () => [], also: readonly Permission[] = []): Row {
  return { need, input, also };
}

const nextWeek = addDays(now(), 7);
const session = "0190a3a0-7d6f-4c3e-8f00-000000000001";
const presence = { sessionKey: "a-tab-of-somebody" };
const article: Input = ({ article: reference }) => [reference];
const articleId: Input = ({ article: { articleId: id } }) => [id];
const ofArticle =
  (fields: object): Input =>
  ({ article: reference }) => [{ ...reference, ...fields }];
const versionOf = (id: number) => ({ id, expectedVersion: 1 });
const source = () => ({ body: [Buffer.from("no picture")] });

const articles = {
  checkArticle: needs("article.read", articleId),
  runBulk: needs("article.read", (s) => [{ verb: "moveToTrash", articleIds: [s.trashedId] }]),
  unscheduleArticle: needs("article.publish", article),
  emptyTrash: needs("article.delete", (s) => [{ articleIds: [s.trashedId] }]),
  createArticle: needs("article.write", () => [{ slug: "a-new-piece", body: paragraphs("A text.") }]),
  saveArticle: needs("article.write", ofArticle({ workingCopy: { slug: "a-piece", body: paragraphs("Another.") } })),
  recallArticle: needs("article.write", article),
  withdrawArticle: needs("article.publish", ofArticle({ reason: "It was wrong." })),
  approveArticle: needs("article.review", article),
  restoreRevision: needs("article.write", ofArticle({ number: 1 })),
  duplicateArticle: needs("article.write", (s) => [{ articleId: s.article.articleId }]),
  keepVersion: needs("article.write", article),
  scheduleEnd: needs("article.publish", ofArticle({ visibleUntil: nextWeek })),
  autosaveArticle: needs("article.write", ofArticle({ ...presence, saveNumber: 1, workingCopy: { headline: "New" } })),
  intoOrOutOfTrash: needs("article.write", (s) => [{ articleId: s.trashedId }, "moveToTrash"]),
  moveToTrash: needs("article.write", (s) => [{ articleId: s.trashedId }]),
  restoreFromTrash: needs("article.write", (s) => [{ articleId: s.trashedId }]),
  publishArticle: needs("article.publish", article),
  submitArticle: needs("article.write", article),
  startArticle: needs("article.write", (s) => [{ categoryId: s.categoryId }]),
  rescheduleArticle: needs("article.publish", ofArticle({ visibleFrom: nextWeek })),
  requestChanges: needs("article.review", ofArticle({ comment: "Say where this comes from." })),
  assignArticle: needs("article.assign", (s) => [{ articleId: s.article.articleId, editorId: null }]),
  saveView: needs("article.read", () => [{ name: "Mine", filter: { mine: true } }]),
  deleteView: needs("article.read", () => [{ viewId: 1 }]),
  addComment: needs("article.read", (s) => [{ articleId: s.article.articleId, body: "Is this so?" }]),
  replyToComment: needs("article.read", (s) => [{ commentId: s.commentId, body: "It is." }]),
  resolveComment: needs("article.read", (s) => [{ commentId: s.commentId }]),
  reopenComment: needs("article.read", (s) => [{ commentId: s.commentId }]),
  heartbeat: needs("article.read", (s) => [{ ...presence, articleId: s.article.articleId }]),
  leave: needs("article.read", (s) => [{ ...presence, articleId: s.article.articleId }]),
  listChoices: needs("article.read"),
  listLinkTargets: needs("article.read", () => ["piece"]),
  sharePreview: needs("article.read", (s) => [{ articleId: s.article.articleId, days: 7 }]),
  countArticles: needs("article.read", () => [{ mine: true }]),
  getWorkingCopy: needs("article.read", articleId),
  listRevisions: needs("article.read", articleId),
  getRevision: needs("article.read", (s) => [{ articleId: s.article.articleId, number: 1 }]),
  compareRevisions: needs("article.read", (s) => [{ articleId: s.article.articleId, before: 1, after: "working" }]),
  getDashboard: needs("article.read"),
  listOverdueReviews: needs("article.read"),
  listViews: needs("article.read"),
  listArticles: needs("article.read", () => [{}]),
  searchArticles: needs("article.read", () => ["piece"]),
  getCalendar: needs("article.read", () => [{ month: "2026-11" }]),
  listComments: needs("article.read", articleId),
  getBoard: needs("article.read"),
  checkLinks: needs("article.read", articleId),
  // Without a network: the sample has no link that would be asked for.
  checkLinksOn: needs("article.read", articleId),
  listLinkChecks: needs("article.read", articleId),
  brokenLinkCount: needs("article.read"),
  listBrokenLinks: needs("article.read"),
  findCitationByDoi: needs("article.write", () => [{ doi: "no identifier" }]),
  findCitationByPmid: needs("article.write", () => [{ pmid: "no identifier" }]),
  suggestCitation: needs("article.write", () => [{ url: "no address" }]),
} satisfies Record<string, Row>;

const sections = {
  createCategory: needs("taxonomy.edit", () => [{ slug: "a-new-category", name: "New" }]),
  updateCategory: needs("taxonomy.edit", (s) => [
    { ...versionOf(s.categoryId), category: { slug: "sample-category", name: "Renamed" } },
  ]),
  orderCategories: needs("taxonomy.edit", (s) => [{ ids: [s.otherCategoryId, s.categoryId] }]),
  mergeCategories: needs("taxonomy.edit", (s) => [
    { fromId: s.otherCategoryId, expectedVersion: 1, intoId: s.categoryId },
  ]),
  deleteCategory: needs("taxonomy.edit", (s) => [versionOf(s.otherCategoryId)]),
  listCategories: needs("taxonomy.edit"),
  listCategoryChoices: needs("article.read"),
  createTag: needs("tag.create", () => [{ name: "A new tag" }]),
  chooseTag: needs("article.write", () => [{ name: "Another new tag" }], ["tag.create"]),
  updateTag: needs("taxonomy.edit", (s) => [{ ...versionOf(s.tagId), tag: { slug: "sample-tag", name: "Renamed" } }]),
  mergeTags: needs("taxonomy.edit", (s) => [{ fromId: s.otherTagId, expectedVersion: 1, intoId: s.tagId }]),
  deleteTag: needs("taxonomy.edit", (s) => [versionOf(s.otherTagId)]),
  listTags: needs("taxonomy.edit", () => [{}]),
  getTag: needs("taxonomy.edit", (s) => [s.tagId]),
  findTags: needs("article.read", () => ["sample"]),
  listTagsById: needs("article.read", (s) => [[s.tagId]]),
  findTagNamed: needs("article.read", () => ["sample tag"]),
  createPerson: needs("person.edit", () => [{ name: "A new person", kind: "person" }]),
  updatePerson: needs("person.edit", (s) => [
    { ...versionOf(s.personId), person: { slug: "sample-desk", name: "Renamed", kind: "desk" } },
  ]),
  deletePerson: needs("person.edit", (s) => [versionOf(s.personId)]),
  getPerson: needs("person.edit", (s) => [s.personId]),
  listPeople: needs("person.edit"),
  findPeople: needs("article.read", () => ["sample"]),
  listPeopleById: needs("article.read", (s) => [[s.personId]]),
  createPage: needs("page.edit", () => [{ ...page, slug: "another-page" }]),
  updatePage: needs("page.edit", (s) => [{ ...versionOf(s.pageId), page: { ...page, title: "Renamed" } }]),
  restorePage: needs("page.edit", (s) => [{ ...versionOf(s.pageId), number: 1 }]),
  deletePage: needs("page.edit", (s) => [versionOf(s.pageId)]),
  listPages: needs("page.edit"),
  getPage: needs("page.edit", (s) => [s.pageId]),
  listPageRevisions: needs("page.edit", (s) => [s.pageId]),
  getPageRevision: needs("page.edit", (s) => [s.pageId, 1]),
  pinStory: needs("home.curate", (s) => [
    { slot: "lead", articleId: s.article.articleId, until: nextWeek, expectedArticleId: null },
  ]),
  unpinStory: needs("home.curate", (s) => [{ slot: "lead", expectedArticleId: s.article.articleId }]),
  listHomePlaces: needs("home.curate"),
  findPinCandidates: needs("home.curate", () => ["piece"]),
  createRedirect: needs("redirect.edit", () => [{ fromPath: "/old-address", toPath: "/" }]),
  updateRedirect: needs("redirect.edit", (s) => [{ redirectId: s.redirectId, fromPath: "/older", toPath: "/" }]),
  deleteRedirect: needs("redirect.edit", (s) => [{ redirectId: s.redirectId }]),
  importRedirects: needs("redirect.edit", () => [{ csv: "from,to,status\n/imported,/,301\n" }]),
  listRedirects: needs("redirect.edit", () => [{}]),
  exportRedirects: needs("redirect.edit"),
  createAdvertisement: needs("advertising.edit", () => [advertisement]),
  updateAdvertisement: needs("advertising.edit", (s) => [{ ...versionOf(s.advertisementId), advertisement }]),
  switchAdvertisement: needs("advertising.edit", (s) => [{ ...versionOf(s.advertisementId), enabled: true }]),
  deleteAdvertisement: needs("advertising.edit", (s) => [versionOf(s.advertisementId)]),
  listAdvertisements: needs("advertising.edit"),
  getAdvertisement: needs("advertising.edit", (s) => [s.advertisementId]),
} satisfies Record<string, Row>;

const pictures = {
  uploadMedia: needs("media.upload", () => [{ originalName: "a.png", bytes: Buffer.from("no picture") }]),
  takeInUpload: needs("media.upload", () => [source(), { originalName: "a.png" }]),
  replaceMedia: needs("media.manage", (s) => [
    { mediaId: s.mediaId, originalName: "b.png", bytes: Buffer.from("no picture") },
  ]),
  awaitIntake: needs("media.upload", () => [session, 0]),
  takeInReplacement: needs("media.manage", (s) => [source(), { mediaId: s.mediaId, originalName: "b.png" }]),
  updateMedia: needs("media.edit", (s) => [{ mediaId: s.mediaId, alt: "Another path" }], ["media.manage"]),
  moveMedia: needs("media.edit", (s) => [{ mediaIds: [s.mediaId], folderId: s.folderId }]),
  createMediaFolder: needs("media.edit", () => [{ name: "New" }]),
  updateMediaFolder: needs("media.edit", (s) => [{ folderId: s.folderId, name: "Renamed" }]),
  deleteMediaFolder: needs("media.edit", (s) => [{ folderId: s.folderId }]),
  deleteMedia: needs("media.manage", (s) => [{ mediaId: s.mediaId }]),
  deleteManyMedia: needs("media.manage", (s) => [{ mediaIds: [s.mediaId] }]),
  listMedia: needs("media.browse", () => [{}, 1]),
  listMediaFrom: needs("media.browse", () => [{}, null]),
  getMediaItem: needs("media.browse", (s) => [s.mediaId]),
  listMediaFolders: needs("media.browse"),
  whereUsed: needs("media.browse", (s) => [s.mediaId]),
} satisfies Record<string, Row>;

const administration = {
  listUsers: needs("user.manage"),
  getUser: needs("user.manage", (s) => [s.accountId]),
  listInvitations: needs("user.manage"),
  changeRole: needs("user.manage", (s) => [{ userId: s.accountId, role: "contributor" }]),
  disableUser: needs("user.manage", (s) => [{ userId: s.accountId }]),
  enableUser: needs("user.manage", (s) => [{ userId: s.accountId }]),
  removeSecondFactor: needs("user.manage", (s) => [{ userId: s.accountId }]),
  makePasswordLink: needs("user.manage", () => [{ email: "managed@example.org" }]),
  makeFirstAdministratorLink: needs("system"),
  inviteUser: needs("user.manage", () => [{ email: "another@example.org", role: "editor" }]),
  revokeInvitation: needs("user.manage", (s) => [{ invitationId: s.invitationId }]),
  createUser: needs("user.manage", () => [
    { email: "made@example.org", name: "Made", role: "administrator", password: testPassword },
  ]),
  saveMenu: needs("site.configure", () => [
    { menu: "footer", expectedVersion: 0, links: [{ label: "Home", href: "/" }] },
  ]),
  listMenus: needs("site.configure"),
  listLinkSuggestions: needs("site.configure"),
  saveSiteSettings: needs("site.configure", () => [{ expectedVersion: 0, settings: {} }]),
  getSiteSettingsForm: needs("site.configure"),
  createHelpline: needs("site.configure", () => [{ ...helpline, id: "another-line" }]),
  updateHelpline: needs("site.configure", () => [{ expectedVersion: 1, helpline }]),
  deleteHelpline: needs("site.configure", () => [{ id: helpline.id, expectedVersion: 1 }]),
  orderHelplines: needs("site.configure", () => [{ ids: [helpline.id] }]),
  listHelplineRecords: needs("site.configure"),
  listAudit: needs("audit.read", () => [{}]),
  listAuditChoices: needs("audit.read"),
  exportAudit: needs("audit.read", () => [{ from: "2026-01-05" }]),
  checkHealth: needs("health.read"),
  listOutbox: needs("mail.read"),
  getOutboxMail: needs("mail.read", (s) => [s.mailId]),
  retryMail: needs("mail.read", (s) => [{ mailId: s.mailId }]),
} satisfies Record<string, Row>;

const ownAccount = {
  confirmPassword: needs("own account", () => [testPassword]),
  changePassword: needs("own account", () => [
    { currentPassword: "not the password", newPassword: "another long password", sessionId: session },
  ]),
  renameSelf: needs("own account", () => [{ name: "A new name" }]),
  listSessions: needs("own account"),
  getSecondFactorState: needs("own account"),
  endSession: needs("own account", () => [{ sessionId: session }]),
  endAllSessions: needs("own account"),
  startSecondFactor: needs("own account", () => [{ password: "not the password" }]),
  confirmSecondFactor: needs("own account", () => [{ code: "000000", sessionId: session }]),
  disableSecondFactor: needs("own account", () => [{ password: "not the password", code: "000000" }]),
  renewRecoveryCodes: needs("own account", () => [{ password: "not the password" }]),
} satisfies Record<string, Row>;

export const verbTable: Record<string, Row> = {
  ...articles,
  ...sections,
  ...pictures,
  ...administration,
  ...ownAccount,
};
