import type { ReactElement } from "react";
import { articleCount } from "@/components/site/author-intro";
import { PageIntro } from "@/components/site/page-intro";
import { SiteShell } from "@/components/site/site-shell";
import { StoryList } from "@/components/site/story-list";
import { listByCategory } from "@/lib/publications/queries/lists";
import { categoryCrumbs } from "@/lib/seo/crumbs";
import { categoryFeed } from "@/lib/seo/feed-links";
import { pageHead } from "@/lib/seo/page-head";
import { listGraph } from "@/lib/seo/structured-data/graphs";
import { capitalized } from "@/lib/seo/text";
import type { CategoryLink } from "@/lib/site-frame/types";
import { categoryPath } from "@/lib/urls";
import { noSuchPage } from "@/lib/web/or-not-found";
import { readFrame } from "../site-frame";

/** The category with this slug, or null. */
export async function findCategory(slug: string): Promise<CategoryLink | null> {
  const { categories } = await readFrame();
  return categories.find((category) => category.slug === slug) ?? null;
}

/**
 * Page `page` of a category.
 * @throws AppError "not-found" for null (the address has no page number) and beyond the last page
 */
export async function renderCategory(category: CategoryLink, page: number | null): Promise<ReactElement> {
  const [frame, list] = await Promise.all([readFrame(), listByCategory(category.id, page ?? noSuchPage())]);
  const name = capitalized(category.name);
  const { description } = category;
  const crumbs = categoryCrumbs(category, frame.categories, list.page);
  const path = categoryPath(category.slug, list.page);
  const graph = listGraph(frame.settings, { path, name, description, crumbs, items: list.items });
  const head = pageHead({
    site: frame.settings,
    title: name,
    description,
    path,
    page: list.page,
    category: category.slug,
    feeds: [categoryFeed(category)],
    noindex: category.articles === 0,
  });
  return (
    <SiteShell frame={frame} current={category.slug} head={head} graph={graph}>
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
