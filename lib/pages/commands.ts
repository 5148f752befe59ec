import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { transaction } from "@/lib/db/transaction";
import { parseInput } from "@/lib/input";
import { plainText } from "@/lib/richtext/plain-text";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";
import { staticPagePath } from "@/lib/urls";
import { pageInput, type PageInput } from "./schema";

/** Writes a static page, new or known by its slug; readers see it at once. @throws AppError "forbidden", "invalid" */
export function savePage(actor: Actor, input: PageInput): Promise<void> {
  authorise(actor, "page.edit");
  const { slug, updatedAt, ...page } = parseInput(pageInput, input);
  const body = withHeadingIds(page.body);
  const data = { ...page, body, bodyText: plainText(body), updatedAt: updatedAt ?? now() };
  return transaction(async (tx) => {
    await tx.page.upsert({ where: { slug }, create: { slug, ...data }, update: data });
    await recordAudit(tx, actor, {
      action: "page.saved",
      subjectType: "page",
      subjectId: slug,
      after: { title: page.title },
    });
    await bumpContentVersion(tx, { paths: [staticPagePath(slug)] });
  });
}
