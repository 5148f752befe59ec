/** One of everything that verbs name, so that they get input they could work with. */
import { addComment } from "@/lib/articles/commands/review-comments";
import { createAdvertisement } from "@/lib/advertising/commands";
import type { AdvertisementInput } from "@/lib/advertising/schema";
import { roles, type Role } from "@/lib/auth/roles";
import { database } from "@/lib/db/client";
import { createHelpline } from "@/lib/helplines/commands";
import { createMediaFolder } from "@/lib/media/commands/media-folders";
import { createPage } from "@/lib/pages/commands";
import { createRedirect } from "@/lib/redirects/commands/edit-redirects";
import { inviteUser } from "@/lib/users/commands/invitations";
import { anAccount, testPassword } from "@/tests/factories/accounts";
import { aCategory, aDesk, aDraft, aTag, paragraphs, testActor } from "@/tests/factories/articles";
import { aCompleteDraft, aCover } from "@/tests/factories/newsroom";

export type TestActor = Awaited<ReturnType<typeof anAccount>>["actor"];
export type Samples = Awaited<ReturnType<typeof makeSamples>>;

export const helpline = {
  ...{ id: "sample-line", region: "GB", country: "United Kingdom", name: "A line", kind: "crisis" },
  ...{ phone: ["116 123"], sourceUrl: "https://example.org/line" },
};
export const advertisement: AdvertisementInput = {
  name: "A sample",
  slot: "article-side",
  content: { kind: "html", html: "<p>Read on.</p>" },
  width: 300,
  height: 250,
  enabled: false,
};
export const page = { slug: "a-sample-page", title: "A page", body: paragraphs("What the page says.") };
export { paragraphs, testPassword };

/** An account of every role that can sign in. */
export async function anAccountOfEveryRole(): Promise<Map<Role, TestActor>> {
  const accounts = new Map<Role, TestActor>();
  for (const role of roles) accounts.set(role, (await anAccount(role)).actor);
  return accounts;
}

/** Makes everything by the verbs of the magazine. */
export async function makeSamples() {
  const article = await aCompleteDraft();
  const trashed = await aDraft();
  const { id: pageId } = await createPage(testActor, page);
  await createHelpline(testActor, helpline);
  const { redirectId } = await createRedirect(testActor, { fromPath: "/old-sample", toPath: "/" });
  const { commentId } = await addComment(testActor, { articleId: article.articleId, body: "What does this mean?" });
  await inviteUser(testActor, { email: "invited@example.org", role: "author" });
  const invitation = await database().oneTimeLink.findFirstOrThrow({ where: { kind: "invitation" } });
  const mail = await database().outgoingMail.findFirstOrThrow();
  return {
    article: { articleId: article.articleId, expectedVersion: article.version },
    trashedId: trashed.articleId,
    ...{ pageId, redirectId, commentId },
    ...{ invitationId: invitation.id, mailId: mail.id },
    categoryId: await aCategory("sample-category"),
    otherCategoryId: await aCategory("other-category"),
    tagId: await aTag("sample-tag"),
    otherTagId: await aTag("other-tag"),
    personId: await aDesk("sample-desk"),
    mediaId: await aCover(),
    folderId: await createMediaFolder(testActor, { name: "Samples" }),
    advertisementId: await createAdvertisement(testActor, advertisement),
    accountId: (await anAccount("author", "managed@example.org")).id,
  };
}
