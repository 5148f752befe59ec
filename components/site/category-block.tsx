import type { ReactElement, ReactNode } from "react";
import type { ArticleCard } from "@/lib/publications/types";
import type { CategoryLink } from "@/lib/site-frame/types";
import { categoryPath } from "@/lib/urls";
import { HeadlineList } from "./headline-list";
import { StoryCard } from "./story-card";

type CategoryBlockProps = {
  category: Pick<CategoryLink, "slug" | "name" | "articles">;
  /** Newest first; the first one leads. */
  cards: readonly ArticleCard[];
  timeZone: string;
  /** Width of the lead's picture on the page. */
  sizes: string;
};

/** A category on the home page or in the side column: one story with its excerpt, up to four headlines. */
export function CategoryBlock({ category, cards, timeZone, sizes }: CategoryBlockProps): ReactNode {
  const [lead, ...rest] = cards;
  if (!lead) return null;
  const titleId = `block-${category.slug}`;
  return (
    <section className="topic" data-category={category.slug} aria-labelledby={titleId}>
      <BlockHead category={category} titleId={titleId} />
      <div className="topic__body">
        <StoryCard card={lead} timeZone={timeZone} heading="h3" sizes={sizes} withCategory={false} />
        {rest.length > 0 && <HeadlineList cards={rest} timeZone={timeZone} heading="h3" />}
      </div>
    </section>
  );
}

/** A category's headlines without pictures, for the side column. */
export function CategoryHeadlines({ category, cards, timeZone }: Omit<CategoryBlockProps, "sizes">): ReactNode {
  if (cards.length === 0) return null;
  const titleId = `block-${category.slug}`;
  return (
    <section className="topic" data-category={category.slug} aria-labelledby={titleId}>
      <BlockHead category={category} titleId={titleId} />
      <HeadlineList cards={cards} timeZone={timeZone} heading="h3" />
    </section>
  );
}

type BlockHeadProps = Pick<CategoryBlockProps, "category"> & { titleId: string };

function BlockHead({ category, titleId }: BlockHeadProps): ReactElement {
  return (
    <div className="topic__head">
      <h2 className="topic__title" id={titleId}>
        <a href={categoryPath(category.slug)}>{category.name}</a>
      </h2>
    </div>
  );
}
