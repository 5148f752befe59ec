import type { Metadata } from "next";
import { cache, type ReactElement } from "react";
import { articleCount } from "@/components/site/author-intro";
import { PageIntro } from "@/components/site/page-intro";
import { SiteShell } from "@/components/site/site-shell";
import { StoryList } from "@/components/site/story-list";
import { listByCategory } from "@/lib/publications/queries/lists";
import { categoryCrumbs } from "@/lib/seo/crumbs";
import { categoryFeed } from "@/lib/seo/feed-links";
import { pageMetadata } from "@/lib/seo/metadata";
import { listGraph } from "@/lib/seo/structured-data/graphs";
import { capitalized } from "@/lib/seo/text";
import type { CategoryLink } from "@/lib/site-frame/types";
import { categoryPath } from "@/lib/urls";
import { noSuchPage } from "@/lib/web/or-not-found";
import { readFrame } from "../site-frame";

/** Once for the head and the page. */
const readList = cache(listByCategory);

/** The category with this slug, or null. */
export async function findCategory(slug: string): Promise<CategoryLink | null> {
  const { categories } = await readFrame();
  return categories.find((category) => category.slug === slug) ?? null;
}

/**
 * Head of page `page` of a category.
 * @throws AppError "not-found" as renderCategory does
 */
export async function categoryMetadata(category: CategoryLink, page: number | null): Promise<Metadata> {
  const [{ settings }, list] = await Promise.all([readFrame(), readList(category.id, page ?? noSuchPage())]);
  return pageMetadata({
    site: settings,
    title: capitalized(category.name),
    description: category.description,
    path: categoryPath(category.slug, list.page),
    page: list.page,
    category: category.slug,
    feeds: [categoryFeed(category)],
    noindex: category.articles === 0,
  });
}

/**
 * Page `page` of a category.
 * @throws AppError "not-found" for null (the address has no page number) and beyond the last page
 */
export async function renderCategory(category: CategoryLink, page: number | null): Promise<ReactElement> {
  const [frame, list] = await Promise.all([readFrame(), readList(category.id, page ?? noSuchPage())]);
  const name = capitalized(category.name);
  const { description } = category;
  const crumbs = categoryCrumbs(category, frame.categories, list.page);
  const path = categoryPath(category.slug, list.page);
  const graph = listGraph(frame.settings, { path, name, description, crumbs, items: list.items });
  return (
    <SiteShell frame={frame} current={category.slug} graph={graph}>
      <div className="wrap" data-category={category.slug}>
        <PageIntro crumbs={crumbs} title={name} description={description}>
          <p className="page-intro__line">
            {articleCount(list.total)}
            {list.page > 1 && `, page ${String(list.page)} of ${String(list.pages)}`}
          </p>
        </PageIntro>
        <StoryList
          list={list}
          timeZone={frame.settings.timeZone}
          pathOf={(number) => categoryPath(category.slug, number)}
          withFeature
        />
      </div>
    </SiteShell>
  );
}
