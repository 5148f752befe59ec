import type { Metadata } from "next";
import { cache, type ReactElement } from "react";
import { AuthorIntro } from "@/components/site/author-intro";
import { SiteShell } from "@/components/site/site-shell";
import { StoryList } from "@/components/site/story-list";
import { parsePageNumber } from "@/lib/pagination";
import { findPerson, type PersonView } from "@/lib/people/queries";
import { listByAuthor } from "@/lib/publications/queries/lists";
import { authorCrumbs } from "@/lib/seo/crumbs";
import { pageMetadata } from "@/lib/seo/metadata";
import { profileGraph } from "@/lib/seo/structured-data/graphs";
import { authorPath } from "@/lib/urls";
import { noSuchPage, orNotFound } from "@/lib/web/or-not-found";
import { readFrame } from "../../site-frame";

const readPerson = cache((slug: string): Promise<PersonView> => orNotFound(findPerson(slug)));

const readList = cache(async (slug: string, n: string) => {
  const page = parsePageNumber(n) ?? noSuchPage();
  return listByAuthor((await readPerson(slug)).id, page);
});

/** Head of page `n`, as it stands in the address, of an author. @throws AppError "not-found" */
export async function authorMetadata(slug: string, n: string): Promise<Metadata> {
  const [person, { page }, { settings }] = await Promise.all([readPerson(slug), readList(slug, n), readFrame()]);
  return pageMetadata({
    site: settings,
    title: person.name,
    description: person.bio || `Articles signed by ${person.name}.`,
    path: authorPath(slug, page),
    page,
    image: person.portrait,
    feeds: [{ path: authorPath(slug), name: person.name }],
    profile: person.kind === "person",
  });
}

/** Page `n` of what a person or desk signed. @throws AppError "not-found" */
export async function renderAuthor(slug: string, n: string): Promise<ReactElement> {
  const [frame, person, list] = await Promise.all([readFrame(), readPerson(slug), readList(slug, n)]);
  const crumbs = authorCrumbs(person, list.page);
  const path = authorPath(slug, list.page);
  const graph = profileGraph(frame.settings, { path, name: person.name, crumbs, profiled: person });
  return (
    <SiteShell frame={frame} current={null} graph={graph}>
      <div className="wrap">
        <AuthorIntro crumbs={crumbs} person={person} articles={list.total} />
        <StoryList list={list} timeZone={frame.settings.timeZone} pathOf={(number) => authorPath(slug, number)} />
      </div>
    </SiteShell>
  );
}
