import type { ReactNode } from "react";
import type { ArticleView } from "@/lib/publications/types";
import { Picture } from "./picture";

const sizes = "(min-width: 80rem) 80rem, 100vw";

/** The picture under the headline, with its caption and its maker. */
export function ArticleCover({ article: { cover, coverCaption } }: { article: ArticleView }): ReactNode {
  if (!cover) return null;
  return (
    <figure className="article-cover">
      <Picture media={cover} alt={cover.alt} sizes={sizes} priority />
      {(coverCaption ?? cover.credit) && (
        <figcaption className="rt-caption">
          {coverCaption && <span className="rt-caption__text">{coverCaption} </span>}
          {cover.credit && <span className="rt-caption__credit">{cover.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
