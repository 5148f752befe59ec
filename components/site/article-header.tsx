import { Fragment, type ReactElement, type ReactNode } from "react";
import { isoDay, isoMoment, isSameDay, longDate } from "@/lib/dates";
import type { ArticleView, Byline } from "@/lib/publications/types";
import type { Crumb } from "@/lib/seo/crumbs";
import { authorPath, categoryPath } from "@/lib/urls";
import { Breadcrumb } from "./breadcrumb";
import { readingTime } from "./meta-line";

type ArticleHeaderProps = { article: ArticleView; crumbs: readonly Crumb[]; timeZone: string };
type PartProps = Omit<ArticleHeaderProps, "crumbs">;

/** Everything above the picture: where it belongs, what it says, who signed it and when. */
export function ArticleHeader({ article, crumbs, timeZone }: ArticleHeaderProps): ReactElement {
  return (
    <header className="article-head">
      <Breadcrumb crumbs={crumbs} />
      <p className="kicker article-head__category">
        <a href={categoryPath(article.categorySlug)}>{article.categoryName}</a>
      </p>
      <h1 className="article-head__title">{article.headline}</h1>
      {article.excerpt && <p className="article-head__standfirst">{article.excerpt}</p>}
      <div className="article-head__facts">
        <Signed article={article} />
        <Dates article={article} timeZone={timeZone} />
        <p>{readingTime(article.readingMinutes)}</p>
      </div>
      <Review article={article} timeZone={timeZone} />
      {article.contentNote && (
        <p className="article-head__note" role="note">
          <strong>Content note</strong> {article.contentNote}
        </p>
      )}
    </header>
  );
}

function Signed({ article: { authors } }: Pick<PartProps, "article">): ReactNode {
  if (authors.length === 0) return null;
  return (
    <p className="article-head__byline">
      By{" "}
      {authors.map((author, index) => (
        <Fragment key={author.slug}>
          {index > 0 && (index === authors.length - 1 ? " and " : ", ")}
          <Person person={author} />
        </Fragment>
      ))}
    </p>
  );
}

function Person({ person }: { person: Byline }): ReactElement {
  return (
    <>
      <a href={authorPath(person.slug)} rel="author">
        {person.name}
      </a>
      {person.credentials && `, ${person.credentials}`}
    </>
  );
}

/** The date of an update is told when it fell on another day: a repaired comma in the first hour is none. */
function Dates({ article: { publishedAt, modifiedAt }, timeZone }: PartProps): ReactElement {
  return (
    <>
      <p>
        <span className="sr-only">Published </span>
        <time dateTime={isoMoment(publishedAt, timeZone)}>{longDate(publishedAt, timeZone)}</time>
      </p>
      {!isSameDay(publishedAt, modifiedAt, timeZone) && (
        <p>
          Updated <time dateTime={isoMoment(modifiedAt, timeZone)}>{longDate(modifiedAt, timeZone)}</time>
        </p>
      )}
    </>
  );
}

/** A person reviews as a clinician; what a desk does is no clinical review, and is not called one. */
function Review({ article: { reviewer, reviewedAt }, timeZone }: PartProps): ReactNode {
  if (!reviewer) return null;
  return (
    <p className="article-head__review">
      {reviewer.kind === "desk" ? "Sources checked by" : "Reviewed by"} <Person person={reviewer} />
      {reviewedAt && (
        <>
          {" "}
          on <time dateTime={isoDay(reviewedAt, timeZone)}>{longDate(reviewedAt, timeZone)}</time>
        </>
      )}
    </p>
  );
}
