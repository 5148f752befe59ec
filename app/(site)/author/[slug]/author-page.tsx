import type { ReactElement } from "react";
import { AuthorIntro } from "@/components/site/author-intro";
import { SiteShell } from "@/components/site/site-shell";
import { StoryList } from "@/components/site/story-list";
import { parsePageNumber } from "@/lib/pagination";
import { findPerson } from "@/lib/people/queries";
import { listByAuthor } from "@/lib/publications/queries/lists";
import { authorCrumbs } from "@/lib/seo/crumbs";
import { pageHead } from "@/lib/seo/page-head";
import { profileGraph } from "@/lib/seo/structured-data/graphs";
import { authorPath } from "@/lib/urls";
import { noSuchPage, orNotFound } from "@/lib/web/or-not-found";
import { readFrame } from "../../site-frame";

/** Page `n` of what a person or desk signed. @throws AppError "not-found" */
export async function renderAuthor(slug: string, n: string): Promise<ReactElement> {
  const page = parsePageNumber(n) ?? noSuchPage();
  const [frame, person] = await Promise.all([readFrame(), orNotFound(findPerson(slug))]);
  const list = await listByAuthor(person.id, page);
  const crumbs = authorCrumbs(person, list.page);
  const path = authorPath(slug, list.page);
  const graph = profileGraph(frame.settings, { path, name: person.name, crumbs, profiled: person });
  const head = pageHead({
    site: frame.settings,
    title: person.name,
    description: person.bio || `Articles signed by ${person.name}.`,
    path,
    page: list.page,
    image: person.portrait,
    feeds: [{ path: authorPath(slug), name: person.name }],
    profile: person.kind === "person",
  });
  return (
    <SiteShell frame={frame} current={null} head={head} graph={graph}>
      <div className="wrap">
        <AuthorIntro crumbs={crumbs} person={person} articles={list.total} />
        <StoryList list={list} timeZone={frame.settings.timeZone} pathOf={(number) => authorPath(slug, number)} />
      </div>
    </SiteShell>
  );
}
