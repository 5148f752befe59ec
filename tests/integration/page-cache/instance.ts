/**
 * One instance of the magazine for the consistency test: the real request handler, the real page cache and the real
 * verbs. Only the looks are missing: instead of Next, a few lines write what the readers' queries answer. Speaks with the
 * test that started it over its IPC channel.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import { systemActor } from "@/lib/auth/actor";
import { disconnect } from "@/lib/db/client";
import { findArticle } from "@/lib/publications/queries/article";
import { listByCategory, listLatest } from "@/lib/publications/queries/lists";
import type { ArticleCard } from "@/lib/publications/types";
import { setResponseRedirect, setResponseStatus, currentRequest } from "@/lib/request-context";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { articlePath } from "@/lib/urls";
import { whatBecameOf } from "@/lib/web/after-not-found";
import { limitByAddress } from "@/lib/web/admission";
import { openPageCache } from "@/lib/web/page-cache";
import { loadMarkup } from "@/lib/web/page-markup";
import { createRequestHandler } from "@/lib/web/request-handler";

/** What a writer has an instance do. */
export type Order = {
  id: number;
  verb: "publish" | "withdraw";
  articleId: number;
  headline: string;
  slug: string;
  categoryId: number;
};
export type Report =
  | { kind: "ready"; port: number }
  | { kind: "done"; id: number }
  | { kind: "failed"; id: number; reason: string }
  /** The longest that this process did not come to do anything, in milliseconds. */
  | { kind: "stall"; milliseconds: number };

const actor = systemActor("cli");
/** Milliseconds. */
const longestRender = 40;
/** Pages that are too short to be compressed are kept otherwise than real ones. */
const filler = `<p>${"What is the same on every page. ".repeat(30)}</p>`;
const line = ({ articleId, headline }: Pick<ArticleCard, "articleId" | "headline">): string =>
  `[${String(articleId)}:${headline}]`;

async function render(path: string): Promise<string> {
  const frame = await getSiteFrame();
  const [, first = "", slug] = path.split("/");
  const side = `<aside>${frame.latest.map(line).join("")}</aside>`;
  const page = (content: string): string => `<main>${content}</main>${side}${filler}`;
  if (path === "/" || path === "/feed.xml") return page((await listLatest(50)).map(line).join(""));
  const category = frame.categories.find((known) => known.slug === first);
  if (category && (slug === undefined || slug === "feed.xml")) {
    return page((await listByCategory(category.id, 1)).items.map(line).join(""));
  }
  const article = slug === undefined ? null : await findArticle(slug);
  if (article && articlePath(article) === path) return page(line(article));
  return page(await renderAftermath(path));
}

async function renderAftermath(path: string): Promise<string> {
  const aftermath = await whatBecameOf(currentRequest()?.url ?? path);
  if (aftermath.kind === "moved") setResponseRedirect(aftermath.status, aftermath.location);
  else if (aftermath.kind === "gone") setResponseStatus(410);
  else if (aftermath.kind === "nothing") setResponseStatus(404);
  return aftermath.kind;
}

async function renderer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await render((request.url ?? "/").split("?")[0] ?? "/");
  // What React would take, and more: a change is to come between the reading and the answer.
  await new Promise((resolve) => setTimeout(resolve, Math.random() * longestRender));
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(text);
}

async function carryOut({ verb, articleId, headline, slug, categoryId }: Order): Promise<void> {
  const { version, copy } = await getWorkingCopy(actor, articleId);
  if (verb === "withdraw") {
    await withdrawArticle(actor, { articleId, expectedVersion: version, reason: "A test withdrew it.", gone: false });
    return;
  }
  const workingCopy = { ...copy, headline, slug, categoryId };
  const saved = await saveArticle(actor, { articleId, expectedVersion: version, workingCopy });
  await publishArticle(actor, { articleId, expectedVersion: saved.version });
}

const tell = (report: Report): void => {
  process.send?.(report);
};

const handler = createRequestHandler(renderer, await loadMarkup());
const pages = await openPageCache(handler, limitByAddress());
if (!pages) throw new Error("the page cache is switched off");
const server = createServer(pages.handle).listen(0, "127.0.0.1", () => {
  tell({ kind: "ready", port: (server.address() as AddressInfo).port });
});

let stall = 0;
let last = performance.now();
setInterval(() => {
  const present = performance.now();
  stall = Math.max(stall, present - last - 20);
  last = present;
}, 20).unref();

process.on("message", (message: Order | "stop") => {
  if (message === "stop") {
    tell({ kind: "stall", milliseconds: stall });
    server.closeAllConnections();
    server.close();
    void pages
      .stop()
      .then(disconnect)
      .then(() => process.exit(0));
    return;
  }
  carryOut(message).then(
    () => {
      tell({ kind: "done", id: message.id });
    },
    (error: unknown) => {
      tell({ kind: "failed", id: message.id, reason: error instanceof Error ? (error.stack ?? error.message) : "" });
    },
  );
});
