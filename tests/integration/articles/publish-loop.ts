/**
 * A process that saves and publishes one article again and again, until it is killed (kill.test.ts). Each round says its
 * number in every place that readers see, and has another address, other tags and another byline than the one before.
 */
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import { systemActor } from "@/lib/auth/actor";
import type { RichTextDocument } from "@/lib/richtext/schema";

const [articleId = 0, evenTag = 0, oddTag = 0, evenDesk = 0, oddDesk = 0] = process.argv.slice(2).map(Number);
const actor = systemActor("cli");

for (;;) {
  const { version, copy, live } = await getWorkingCopy(actor, articleId);
  const round = Number(/\d+/.exec(live?.headline ?? "")?.[0]) + 1;
  const even = round % 2 === 0;
  const text = `Round ${String(round)}`;
  const body: RichTextDocument = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
  const workingCopy = {
    ...copy,
    headline: text,
    excerpt: text,
    body,
    slug: even ? "kill-even" : "kill-odd",
    tagIds: [even ? evenTag : oddTag],
    authorIds: [even ? evenDesk : oddDesk],
  };
  const saved = await saveArticle(actor, { articleId, expectedVersion: version, workingCopy });
  await publishArticle(actor, { articleId, expectedVersion: saved.version });
  process.stdout.write(`${String(round)}\n`);
}
