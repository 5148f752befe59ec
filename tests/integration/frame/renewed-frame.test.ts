/** After a change that names what it touches only that is counted again; the frame is as if all of it had been read. */
import { beforeEach, expect, it } from "vitest";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { rescheduleArticle } from "@/lib/articles/commands/reschedule-article";
import { saveArticle } from "@/lib/articles/commands/save-article";
import { scheduleEnd } from "@/lib/articles/commands/schedule-end";
import { unscheduleArticle } from "@/lib/articles/commands/unschedule-article";
import { withdrawArticle } from "@/lib/articles/commands/withdraw-article";
import { getWorkingCopy } from "@/lib/articles/queries/working-copy";
import type { ArticleReference, WorkingCopyInput } from "@/lib/articles/schema";
import { now, setClock } from "@/lib/clock";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { forgetChanges, rememberChange } from "@/lib/content-version/recent-changes";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { homePath } from "@/lib/urls";
import { getSiteFrame } from "@/lib/site-frame/queries";
import type { SiteFrame } from "@/lib/site-frame/types";
import { aCategory, aPublishedArticle, aTag, testActor } from "@/tests/factories/articles";

const hour = 3_600_000;
const later = (hours: number): Date => new Date(now().getTime() + hours * hour);
const tagsOf = ({ tags }: SiteFrame) => Object.fromEntries(tags.map(({ slug, articles }) => [slug, articles]));
const categoriesOf = ({ categories }: SiteFrame) =>
  Object.fromEntries(categories.map(({ slug, articles }) => [slug, articles]));

beforeEach(() => {
  setClock(null);
});

/** The frame by what is known of it, after making sure that the whole of it, read anew, says the same. */
async function renewed(before: SiteFrame): Promise<SiteFrame> {
  const frame = await getSiteFrame();
  // Kept from the frame before: so it was not read as a whole.
  expect(frame.settings).toBe(before.settings);
  const whole = await readWhole();
  expect(whole.settings).not.toBe(before.settings);
  expect({ ...frame, version: 0 }).toEqual({ ...whole, version: 0 });
  return whole;
}

/** As on an instance that has not heard of the last change. */
async function readWhole(): Promise<SiteFrame> {
  forgetChanges();
  await sql("UPDATE content_version SET version = version + 1");
  return getSiteFrame();
}

async function republish(article: ArticleReference, changes: Partial<WorkingCopyInput>): Promise<ArticleReference> {
  const { articleId } = article;
  const { version, copy } = await getWorkingCopy(testActor, articleId);
  const workingCopy = { ...copy, ...changes };
  const saved = await saveArticle(testActor, { articleId, expectedVersion: version, workingCopy });
  return publishArticle(testActor, { articleId, expectedVersion: saved.version });
}

it("follows an article through everything that can be done to it", async () => {
  const [calm, sleep, trust] = [await aTag("calm"), await aTag("sleep"), await aTag("trust")];
  const [news, growth] = [await aCategory("news"), await aCategory("growth-psychology")];
  await aPublishedArticle({ categoryId: news, tagIds: [sleep] });
  let frame = await readWhole();

  const published = await aPublishedArticle({ categoryId: news, tagIds: [calm, sleep] });
  frame = await renewed(frame);
  expect(tagsOf(frame)).toEqual({ calm: 1, sleep: 2 });
  expect(categoriesOf(frame)).toMatchObject({ news: 2, "growth-psychology": 0 });

  const moved = await republish(published, { categoryId: growth, tagIds: [sleep, trust] });
  frame = await renewed(frame);
  expect(tagsOf(frame)).toEqual({ sleep: 2, trust: 1 });
  expect(categoriesOf(frame)).toMatchObject({ news: 1, "growth-psychology": 1 });

  const ending = await scheduleEnd(testActor, {
    articleId: moved.articleId,
    expectedVersion: moved.version,
    visibleUntil: later(2),
  });
  frame = await renewed(frame);
  expect(tagsOf(frame)).toEqual({ sleep: 2, trust: 1 });

  const { articleId, version: expectedVersion } = ending;
  await withdrawArticle(testActor, { articleId, expectedVersion, reason: "It was wrong." });
  frame = await renewed(frame);
  expect(tagsOf(frame)).toEqual({ sleep: 1 });
  expect(frame.articles).toBe(1);
  expect(frame.newest).toHaveLength(1);
});

it("counts nothing before its time, and everything again when time alone changes something", async () => {
  const tagIds = [await aTag("planned")];
  let frame = await readWhole();
  const { articles } = frame;
  const planned = await aPublishedArticle({ tagIds }, { visibleFrom: later(3) });
  frame = await renewed(frame);
  expect([frame.articles, tagsOf(frame).planned]).toEqual([articles, undefined]);

  const { articleId } = planned;
  const sooner = await rescheduleArticle(testActor, { articleId, expectedVersion: planned.version, visibleFrom: later(1) }); // prettier-ignore
  frame = await renewed(frame);
  setClock(later(1.5));
  const appeared = await getSiteFrame();
  expect([appeared.articles, tagsOf(appeared).planned]).toEqual([articles + 1, 1]);
  expect(appeared.settings).not.toBe(frame.settings);

  setClock(null);
  await unscheduleArticle(testActor, { articleId, expectedVersion: sooner.version });
  expect(tagsOf(await getSiteFrame()).planned).toBeUndefined();
});

it("reads the whole when time passed a boundary together with the change", async () => {
  const tagIds = [await aTag("ending")];
  await aPublishedArticle({ tagIds }, { visibleUntil: later(1) });
  const frame = await readWhole();
  expect(tagsOf(frame).ending).toBe(1);
  setClock(later(2));
  await transaction((tx) => bumpContentVersion(tx, { paths: [homePath] }));
  const after = await getSiteFrame();
  expect(tagsOf(after).ending).toBeUndefined();
  expect(after.settings).not.toBe(frame.settings);
});

it("adds up changes of others that it heard of, and reads the whole when it did not hear of one", async () => {
  const slugs = ["first-heard", "second-heard"];
  for (const slug of slugs) await aTag(slug);
  const frame = await readWhole();
  for (const slug of slugs) await aPublishedArticle({ tagIds: [await aTag(slug)] });
  expect(tagsOf(await renewed(frame))).toMatchObject({ "first-heard": 1, "second-heard": 1 });

  const before = await getSiteFrame();
  await sql("UPDATE content_version SET version = version + 1");
  await sql("UPDATE content_version SET version = version + 1");
  rememberChange({ version: before.version + 2, paths: [homePath] });
  expect((await getSiteFrame()).settings).not.toBe(before.settings);
});

it("reads the whole after a change that may have changed anything", async () => {
  const frame = await readWhole();
  await transaction((tx) => bumpContentVersion(tx));
  expect((await getSiteFrame()).settings).not.toBe(frame.settings);
});

it("reads the whole when the frame before could not be read", async () => {
  await readWhole();
  await sql("ALTER TABLE menu_item RENAME TO menu_item_away");
  await transaction((tx) => bumpContentVersion(tx));
  const failing = expect(getSiteFrame()).rejects.toThrow("menu_item");
  await sql("UPDATE content_version SET version = version + 1");
  const [row] = await sql<{ version: number }>("SELECT version FROM content_version");
  rememberChange({ version: Number(row?.version), paths: [homePath] });
  const next = expect(getSiteFrame()).rejects.toThrow("menu_item");
  await Promise.all([failing, next]);
  await sql("ALTER TABLE menu_item_away RENAME TO menu_item");
  expect((await getSiteFrame()).version).toBe(Number(row?.version));
});
