import type { ReactElement } from "react";
import { articleCount } from "@/components/site/author-intro";
import { PageIntro } from "@/components/site/page-intro";
import { SiteShell } from "@/components/site/site-shell";
import { StoryList } from "@/components/site/story-list";
import { parsePageNumber } from "@/lib/pagination";
import { listByTag } from "@/lib/publications/queries/lists";
import { tagCrumbs } from "@/lib/seo/crumbs";
import { pageHead } from "@/lib/seo/page-head";
import { listGraph } from "@/lib/seo/structured-data/graphs";
import { capitalized, tagTitle } from "@/lib/seo/text";
import { findTag } from "@/lib/taxonomy/queries";
import { tagPath } from "@/lib/urls";
import { noSuchPage, orNotFound } from "@/lib/web/or-not-found";
import { readFrame } from "../../site-frame";

/** Page `n` of a tag. @throws AppError "not-found" */
export async function renderTag(slug: string, n: string): Promise<ReactElement> {
  const page = parsePageNumber(n) ?? noSuchPage();
  const frame = await readFrame();
  // A tag that nothing visible carries has no page.
  const { id } = frame.tags.find((one) => one.slug === slug) ?? noSuchPage();
  const [tag, list] = await Promise.all([orNotFound(findTag(slug)), listByTag(id, page)]);
  const name = capitalized(tag.name);
  const { description } = tag;
  const crumbs = tagCrumbs(tag, list.page);
  const path = tagPath(slug, list.page);
  const graph = listGraph(frame.settings, { path, name, description, crumbs, items: list.items });
  const head = pageHead({
    site: frame.settings,
    title: tagTitle(tag.name),
    description: description || `Articles about ${tag.name}.`,
    path,
    page: list.page,
    feeds: [{ path: tagPath(slug), name: tagTitle(tag.name) }],
  });
  return (
    <SiteShell frame={frame} current={null} head={head} graph={graph}>
      <div className="wrap">
        <PageIntro crumbs={crumbs} kicker="Tag" title={name} description={description}>
          <p className="page-intro__line">{articleCount(list.total)}</p>
        </PageIntro>
        <StoryList list={list} timeZone={frame.settings.timeZone} pathOf={(number) => tagPath(slug, number)} />
      </div>
    </SiteShell>
  );
}
