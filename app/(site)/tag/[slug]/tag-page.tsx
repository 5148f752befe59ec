import type { Metadata } from "next";
import { cache, type ReactElement } from "react";
import { articleCount } from "@/components/site/author-intro";
import { PageIntro } from "@/components/site/page-intro";
import { SiteShell } from "@/components/site/site-shell";
import { StoryList } from "@/components/site/story-list";
import { parsePageNumber } from "@/lib/pagination";
import { listByTag } from "@/lib/publications/queries/lists";
import { tagCrumbs } from "@/lib/seo/crumbs";
import { pageMetadata } from "@/lib/seo/metadata";
import { listGraph } from "@/lib/seo/structured-data/graphs";
import { capitalized, tagTitle } from "@/lib/seo/text";
import { findTag, type TagView } from "@/lib/taxonomy/queries";
import { tagPath } from "@/lib/urls";
import { noSuchPage, orNotFound } from "@/lib/web/or-not-found";
import { readFrame } from "../../site-frame";

/** A tag that nothing visible carries has no page. */
const readTag = cache(async (slug: string): Promise<TagView> => {
  const { tags } = await readFrame();
  if (!tags.some((tag) => tag.slug === slug)) noSuchPage();
  return orNotFound(findTag(slug));
});

const readList = cache(async (slug: string, n: string) => {
  const page = parsePageNumber(n) ?? noSuchPage();
  return listByTag((await readTag(slug)).id, page);
});

/** Head of page `n`, as it stands in the address, of a tag. @throws AppError "not-found" */
export async function tagMetadata(slug: string, n: string): Promise<Metadata> {
  const [tag, { page }, { settings }] = await Promise.all([readTag(slug), readList(slug, n), readFrame()]);
  return pageMetadata({
    site: settings,
    title: tagTitle(tag.name),
    description: tag.description || `Articles about ${tag.name}.`,
    path: tagPath(slug, page),
    page,
    feeds: [{ path: tagPath(slug), name: tagTitle(tag.name) }],
  });
}

/** Page `n` of a tag. @throws AppError "not-found" */
export async function renderTag(slug: string, n: string): Promise<ReactElement> {
  const [frame, tag, list] = await Promise.all([readFrame(), readTag(slug), readList(slug, n)]);
  const name = capitalized(tag.name);
  const { description } = tag;
  const crumbs = tagCrumbs(tag, list.page);
  const path = tagPath(slug, list.page);
  const graph = listGraph(frame.settings, { path, name, description, crumbs, items: list.items });
  return (
    <SiteShell frame={frame} current={null} graph={graph}>
      <div className="wrap">
        <PageIntro crumbs={crumbs} kicker="Tag" title={name} description={description}>
          <p className="page-intro__line">{articleCount(list.total)}</p>
        </PageIntro>
        <StoryList list={list} timeZone={frame.settings.timeZone} pathOf={(number) => tagPath(slug, number)} />
      </div>
    </SiteShell>
  );
}
