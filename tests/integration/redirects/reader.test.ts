/** What a browser gets at addresses that have no page any more: our own handling around Next, over HTTP. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readerPage } from "@/app/(site)/reader-page";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/db/client";
import { flushRedirectHits } from "@/lib/redirects/commands/count-hits";
import { createRedirect } from "@/lib/redirects/commands/edit-redirects";
import { noSuchPage } from "@/lib/web/or-not-found";
import { createRequestHandler } from "@/lib/web/request-handler";
import { aColleague, aLivePiece } from "@/tests/factories/newsroom";

let server: Server;
let base: string;
let editor: Actor;

/** Every address is one that no page answers. */
const page = readerPage(() => Promise.resolve().then(noSuchPage));

beforeAll(async () => {
  editor = await aColleague("editor");
  const handle = createRequestHandler(async (_request, response) => {
    const body = renderToStaticMarkup(await page({}));
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html>${body}`);
  }, null);
  server = createServer(handle).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.close();
});

const ask = async (path: string, method = "GET") => {
  const response = await fetch(base + path, { method, redirect: "manual" });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
};

it.each([301, 302, 308] as const)("redirects with exactly %i, and counts who follows", async (status) => {
  const fromPath = `/from-${String(status)}`;
  const { redirectId } = await createRedirect(editor, { fromPath, toPath: "/there", status });
  expect(await ask(`${fromPath}?utm_source=feed&x=1`)).toEqual({ status, location: "/there?x=1", text: "" });
  expect(await ask(fromPath, "HEAD")).toMatchObject({ status, location: "/there" });
  await flushRedirectHits();
  expect((await database().redirect.findUniqueOrThrow({ where: { id: redirectId } })).hits).toBe(2);
});

it("answers 410 for what is gone, by a rule or by a withdrawal", async () => {
  await createRedirect(editor, { fromPath: "/gone-by-rule", status: 410 });
  expect(await ask("/gone-by-rule")).toMatchObject({ status: 410, location: null });
  const { articleId, version } = await aLivePiece(undefined, { slug: "gone-for-good", headline: "Gone for good" });
  await withdrawArticle(editor, { articleId, expectedVersion: version, reason: "", gone: true });
  const { status, text } = await ask("/news/gone-for-good");
  expect(status).toBe(410);
  expect(text).toContain("Gone for good");
  expect(text).toContain("<title>Page gone · Mental Health Network</title>");
  expect(text).toContain("Error 410");
});

it("keeps the address of a withdrawn article as a dated notice", async () => {
  const { articleId, version } = await aLivePiece(undefined, { slug: "taken-back", headline: "Taken <back>" });
  await withdrawArticle(editor, { articleId, expectedVersion: version, reason: "The study was retracted." });
  const { status, text } = await ask("/news/taken-back");
  expect(status).toBe(200);
  expect(text).toContain("Taken &lt;back&gt;");
  expect(text).toContain("The study was retracted.");
  expect(text).toMatch(/This article was withdrawn on <time dateTime="[^"]+">\w+ \d+, \d{4}<\/time>/i);
  expect(text).toContain("<title>Withdrawn: Taken &lt;back&gt; · Mental Health Network</title>");
  expect(text).toContain('<meta name="robots" content="noindex, follow"/>');
});

it("answers 404 for everything else", async () => {
  expect(await ask("/news/never-was")).toMatchObject({ status: 404, location: null });
});
