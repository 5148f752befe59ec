import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { articleCount } from "@/components/site/author-intro";
import { PageIntro } from "@/components/site/page-intro";
import { SiteShell } from "@/components/site/site-shell";
import { StoryList } from "@/components/site/story-list";
import { listByCategory } from "@/lib/publications/queries/lists";
import { pageMetadata } from "@/lib/seo/metadata";
import { capitalized } from "@/lib/seo/text";
import { getSiteFrame } from "@/lib/site-frame/queries";
import type { CategoryLink } from "@/lib/site-frame/types";
import { categoryPath } from "@/lib/urls";
import { orNotFound } from "@/lib/web/or-not-found";

/** The category with this slug, or null. */
export async function findCategory(slug: string): Promise<CategoryLink | null> {
  const { categories } = await getSiteFrame();
  return categories.find((category) => category.slug === slug) ?? null;
}

/** Head of a category's page. */
export async function categoryMetadata(category: CategoryLink, page: number): Promise<Metadata> {
  const { settings } = await getSiteFrame();
  return pageMetadata({
    siteName: settings.name,
    title: capitalized(category.name),
    description: category.description,
    path: categoryPath(category.slug, page),
    page,
    noindex: category.articles === 0,
  });
}

/** Page `page` of a category; null (no such page) is the 404 page. */
export async function CategoryPage({ category, page }: { category: CategoryLink; page: number | null }): Promise<ReactElement> {
  if (page === null) notFound();
  const [frame, list] = await Promise.all([getSiteFrame(), orNotFound(listByCategory(category.id, page))]);
  return (
    <SiteShell frame={frame} current={category.slug}>
      <div className="wrap" data-category={category.slug}>
        <PageIntro title={capitalized(category.name)} description={category.description}>
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
