/** What the renditions of articles need beside the articles: read once for all of them. */
import { listHelplines } from "@/lib/helplines/queries";
import type { HelplineView } from "@/lib/helplines/types";
import { largeFile } from "@/lib/media/large-file";
import { findMedia } from "@/lib/media/queries";
import type { MediaView } from "@/lib/media/types";
import type { ArticleView } from "@/lib/publications/types";
import { mediaIds } from "@/lib/richtext/media-references";
import type { RenditionContext, RenditionPicture } from "@/lib/richtext/renditions/context";
import { absoluteUrl, articlePath } from "@/lib/urls";

export type ArticleSurroundings = {
  pictures: ReadonlyMap<number, RenditionPicture>;
  helplines: readonly HelplineView[];
};

/** Pictures in the bodies and, where one shows them, the help lines: at most two statements for any number of articles. */
export async function readSurroundings(articles: readonly ArticleView[]): Promise<ArticleSurroundings> {
  const ids = new Set(articles.flatMap(({ body }) => mediaIds(body)));
  const asksForHelp = articles.some(({ body }) => body.content.some(({ type }) => type === "crisisHelp"));
  const [media, helplines] = await Promise.all([findMedia([...ids]), asksForHelp ? listHelplines() : []]);
  return { pictures: new Map([...media].map(([id, each]) => [id, renditionPicture(each)])), helplines };
}

export function renditionContext(article: ArticleView, surroundings: ArticleSurroundings): RenditionContext {
  return {
    pageUrl: absoluteUrl(articlePath(article)),
    siteUrl: absoluteUrl(""),
    citations: article.citations,
    ...surroundings,
  };
}

export function renditionPicture(media: MediaView): RenditionPicture {
  const { path, width, height } = largeFile(media);
  return { src: absoluteUrl(path), width, height, credit: media.credit };
}
