import { listHelplines } from "@/lib/helplines/queries";
import { findMedia } from "@/lib/media/queries";
import type { ArticleView } from "@/lib/publications/types";
import { mediaIds } from "@/lib/richtext/media-references";
import { renditionPicture, type ArticleSurroundings } from "./article-context";

/** Pictures in the bodies and, where one shows them, the help lines: at most two statements for any number of articles. */
export async function readSurroundings(articles: readonly ArticleView[]): Promise<ArticleSurroundings> {
  const ids = new Set(articles.flatMap(({ body }) => mediaIds(body)));
  const asksForHelp = articles.some(({ body }) => body.content.some(({ type }) => type === "crisisHelp"));
  const [media, helplines] = await Promise.all([findMedia([...ids]), asksForHelp ? listHelplines() : []]);
  return { pictures: new Map([...media].map(([id, each]) => [id, renditionPicture(each)])), helplines };
}
