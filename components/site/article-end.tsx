import type { ReactElement, ReactNode } from "react";
import type { ArticleLink, Neighbours, TagLink } from "@/lib/publications/types";
import { articlePath, tagPath } from "@/lib/urls";
import { ArrowIcon } from "./icons";
import { shareTargets } from "./share-targets";

/** The article's tags. */
export function ArticleTags({ tags }: { tags: readonly TagLink[] }): ReactNode {
  if (tags.length === 0) return null;
  return (
    <nav className="article-tags" aria-label="Tags of this article">
      <p className="kicker">Tags</p>
      <ul>
        {tags.map(({ slug, name }) => (
          <li key={slug}>
            <a href={tagPath(slug)} rel="tag">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Links that pass the article on; the element around them adds the device's own sharing where there is one. */
export function ShareLinks({ url, title }: { url: string; title: string }): ReactElement {
  return (
    <section className="share" aria-label="Share this article">
      <p className="kicker">Share</p>
      <mhn-share data-url={url} data-title={title}>
        <ul>
          {shareTargets(url, title).map(({ name, href }) => (
            <li key={name}>
              <a href={href} rel="noopener">
                <span className="sr-only">Share via </span>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </mhn-share>
    </section>
  );
}

/** The older and the newer article of the category. */
export function PostNeighbours({ previous, next }: Neighbours): ReactNode {
  if (!previous && !next) return null;
  return (
    <nav className="neighbours" aria-label="Previous and next post">
      {previous && <Neighbour article={previous} direction="left" label="Previous Post" />}
      {next && <Neighbour article={next} direction="right" label="Next Post" />}
    </nav>
  );
}

type NeighbourProps = { article: ArticleLink; direction: "left" | "right"; label: string };

function Neighbour({ article, direction, label }: NeighbourProps): ReactElement {
  return (
    <a
      className={`neighbour neighbour--${direction}`}
      href={articlePath(article)}
      rel={direction === "left" ? "prev" : "next"}
    >
      <span className="neighbour__label">
        {direction === "left" && <ArrowIcon direction="left" />}
        {label}
        {direction === "right" && <ArrowIcon direction="right" />}
      </span>{" "}
      <span className="neighbour__headline">{article.headline}</span>
    </a>
  );
}
