/** What the renditions of an article need beside its own row. Pure. */
import type { HelplineView } from "@/lib/helplines/types";
import { largeFile } from "@/lib/media/large-file";
import type { MediaView } from "@/lib/media/types";
import type { ArticleView } from "@/lib/publications/types";
import type { RenditionContext, RenditionPicture } from "@/lib/richtext/renditions/context";
import { absoluteUrl, articlePath } from "@/lib/urls";

/** Read once for any number of articles (./surroundings.ts). */
export type ArticleSurroundings = {
  /** By media id. */
  pictures: ReadonlyMap<number, RenditionPicture>;
  helplines: readonly HelplineView[];
};

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
