import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { articleCount } from "@/components/site/author-intro";
import { PageIntro } from "@/components/site/page-intro";
import { SiteShell } from "@/components/site/site-shell";
import { StoryList } from "@/components/site/story-list";
import { parsePageNumber } from "@/lib/pagination";
import { listByTag } from "@/lib/publications/queries/lists";
import { pageMetadata } from "@/lib/seo/metadata";
import { capitalized } from "@/lib/seo/text";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { findTag, type TagView } from "@/lib/taxonomy/queries";
import { tagPath } from "@/lib/urls";
import { orNotFound } from "@/lib/web/or-not-found";

/** A tag that nothing visible carries has no page. */
const readTag = cache(async (slug: string): Promise<TagView> => {
  const { tags } = await getSiteFrame();
  if (!tags.some((tag) => tag.slug === slug)) notFound();
  return orNotFound(findTag(slug));
});

/** Head of page `n` of a tag. */
export async function tagMetadata(slug: string, n: string): Promise<Metadata> {
  const [tag, { settings }] = await Promise.all([readTag(slug), getSiteFrame()]);
  const page = parsePageNumber(n) ?? 1;
  return pageMetadata({
    siteName: settings.name,
    title: capitalized(tag.name),
    description: tag.description || `Articles about ${tag.name}.`,
    path: tagPath(slug, page),
    page,
  });
}

/** Page `n`, as it stands in the address, of a tag. */
export async function TagPage({ slug, n }: { slug: string; n: string }): Promise<ReactElement> {
  const page = parsePageNumber(n) ?? notFound();
  const [frame, tag] = await Promise.all([getSiteFrame(), readTag(slug)]);
  const list = await orNotFound(listByTag(tag.id, page));
  return (
    <SiteShell frame={frame} current={null}>
      <div className="wrap">
        <PageIntro kicker="Tag" title={capitalized(tag.name)} description={tag.description}>
          <p className="page-intro__line">{articleCount(list.total)}</p>
        </PageIntro>
        <StoryList list={list} timeZone={frame.settings.timeZone} pathOf={(number) => tagPath(slug, number)} />
      </div>
    </SiteShell>
  );
}
