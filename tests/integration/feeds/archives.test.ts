/** Archives (RFC 5005): all documents together hold every public article once, and what is archived stays as it is. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { beforeAll, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { archiveSize } from "@/lib/feeds/archives";
import { aCategory, aPublishedArticle, aTag } from "@/tests/factories/articles";
import { ask } from "./ask";
import { aSeries, at, republish, withdraw } from "./newsroom";

const count = 4 * archiveSize + 3;
let ids: number[] = [];

beforeAll(async () => {
  const tagIds = [await aTag("adhd")];
  ids = await aSeries(count, 0, { tagIds });
}, 120_000);

/** The documents of a feed, from the one that is subscribed to backwards, as its own links lead. */
async function walk(path: string): Promise<{ path: string; text: string; ids: number[] }[]> {
  const documents = [];
  for (let next: string | undefined = path; next;) {
    const { status, text } = await ask(next);
    expect(status).toBe(200);
    const { ids: found, previous } = readDocument(next, text);
    documents.push({ path: next, text, ids: found });
    next = previous?.replace("http://localhost:3000", "");
  }
  return documents;
}

function readDocument(path: string, text: string): { ids: number[]; previous: string | undefined } {
  const numberOf = (id: string | undefined) => Number(id?.split("/").at(-1));
  if (path.includes(".json")) {
    const feed = parseJsonFeed(text);
    return { ids: (feed.items ?? []).map(({ id }) => numberOf(id)), previous: feed.next_url };
  }
  const [found, links] = path.includes("atom.xml")
    ? [parseAtomFeed(text).entries?.map(({ id }) => id), parseAtomFeed(text).links]
    : [parseRssFeed(text).items?.map(({ guid }) => guid?.value), parseRssFeed(text).atom?.links];
  return { ids: (found ?? []).map(numberOf), previous: links?.find(({ rel }) => rel === "prev-archive")?.href };
}

async function publicIds(moment: Date): Promise<number[]> {
  const rows = await sql<{ id: number }>(
    `SELECT article_id AS id FROM publication WHERE visible_from <= $1 AND (visible_until IS NULL OR visible_until > $1)
     ORDER BY published_at DESC, article_id DESC`,
    [moment],
  );
  return rows.map(({ id }) => id);
}

const files = [
  "/feed.xml",
  "/atom.xml",
  "/feed.json",
  "/news/feed.xml",
  "/tag/adhd/atom.xml",
  "/author/the-editors/feed.json",
];

it.each(files)("%s and its archives hold every public article once, newest first", async (path) => {
  setClock(at(1_000));
  const documents = await walk(path);
  expect(documents.length).toBe(4);
  expect(documents.flatMap((document) => document.ids)).toEqual(await publicIds(at(1_000)));
});

it("keeps archives as they are, to the byte, when articles are published, also across the border of a new archive", async () => {
  setClock(at(1_000));
  const before = (await walk("/atom.xml")).slice(1);
  await aSeries(archiveSize + 2, 1_001, { tagIds: [await aTag("stress")] });
  const after = await walk("/atom.xml");
  expect(after.length).toBe(before.length + 2);
  expect(after.flatMap((document) => document.ids)).toEqual(await publicIds(at(2_000)));
  for (const [age, old] of before.entries()) {
    const same = after.find(({ path }) => path === old.path)!;
    expect(same.ids).toEqual(old.ids);
    // The one that was the newest names the one that follows it now.
    const withoutNext = same.text.replace(/<link rel="next-archive"[^>]*\/>\n/, "");
    expect(age === 0 ? withoutNext : same.text).toBe(old.text);
  }
});

it("changes only the archive of an article that is withdrawn, renamed or taken into another category", async () => {
  setClock(at(2_000));
  const before = await walk("/feed.xml");
  const [withdrawn, renamed] = [ids[2]!, ids[archiveSize + 2]!];
  setClock(at(2_001));
  await withdraw(withdrawn);
  await republish(renamed, { headline: "Another headline" });
  const after = await walk("/feed.xml");
  const changed = after.filter(({ text }, index) => text !== before[index]?.text).map(({ path }) => path);
  expect(changed).toEqual(["/feed.xml?archive=2", "/feed.xml?archive=1"]);
  expect(after.flatMap((document) => document.ids)).toEqual(await publicIds(at(2_001)));

  const news = await walk("/news/feed.xml");
  setClock(at(2_002));
  await republish(renamed, { categoryId: await aCategory("elsewhere") });
  const newsAfter = await walk("/news/feed.xml");
  expect(newsAfter.filter(({ text }, index) => text !== news[index]?.text).map(({ path }) => path)).toEqual([
    "/news/feed.xml?archive=2",
  ]);
  expect(newsAfter.flatMap((document) => document.ids)).not.toContain(renamed);
  expect((await walk("/elsewhere/feed.xml")).flatMap((document) => document.ids)).toEqual([renamed]);
});

it("marks archives and leads between them", async () => {
  setClock(at(2_003));
  const { text } = await ask("/atom.xml?archive=2");
  expect(text).toContain("<fh:archive/>");
  const links = parseAtomFeed(text).links?.map(({ rel, href }) => `${String(rel)} ${String(href)}`);
  const url = "http://localhost:3000/atom.xml";
  expect(links).toEqual([
    `self ${url}?archive=2`,
    "alternate http://localhost:3000/",
    `current ${url}`,
    `prev-archive ${url}?archive=1`,
    `next-archive ${url}?archive=3`,
  ]);
  expect((await ask("/atom.xml?archive=1")).text).not.toContain("prev-archive");
  expect((await ask("/atom.xml")).text).not.toContain("fh:archive");
});

it("brings a withdrawn article back to its place", async () => {
  setClock(at(2_004));
  const { articleId } = await aPublishedArticle({ tagIds: [await aTag("back")] });
  const listed = async () => readDocument("/tag/back/feed.json", (await ask("/tag/back/feed.json")).text).ids;
  await aPublishedArticle({ tagIds: [await aTag("back")] });
  const before = await listed();
  setClock(at(2_005));
  await withdraw(articleId);
  expect(await listed()).toEqual(before.filter((id) => id !== articleId));
  setClock(at(2_006));
  await republish(articleId, {});
  expect(await listed()).toEqual(before);
});
