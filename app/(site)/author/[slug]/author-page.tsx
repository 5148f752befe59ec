import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { AuthorIntro } from "@/components/site/author-intro";
import { SiteShell } from "@/components/site/site-shell";
import { StoryList } from "@/components/site/story-list";
import { parsePageNumber } from "@/lib/pagination";
import { findPerson, type PersonView } from "@/lib/people/queries";
import { listByAuthor } from "@/lib/publications/queries/lists";
import { pageMetadata } from "@/lib/seo/metadata";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { authorPath } from "@/lib/urls";
import { orNotFound } from "@/lib/web/or-not-found";

const readPerson = cache((slug: string): Promise<PersonView> => orNotFound(findPerson(slug)));

/** Head of page `n` of an author. */
export async function authorMetadata(slug: string, n: string): Promise<Metadata> {
  const [person, { settings }] = await Promise.all([readPerson(slug), getSiteFrame()]);
  const page = parsePageNumber(n) ?? 1;
  return pageMetadata({
    siteName: settings.name,
    title: person.name,
    description: person.bio || `Articles signed by ${person.name}.`,
    path: authorPath(slug, page),
    page,
  });
}

/** Page `n`, as it stands in the address, of what a person or desk signed. */
export async function AuthorPage({ slug, n }: { slug: string; n: string }): Promise<ReactElement> {
  const page = parsePageNumber(n) ?? notFound();
  const [frame, person] = await Promise.all([getSiteFrame(), readPerson(slug)]);
  const list = await orNotFound(listByAuthor(person.id, page));
  return (
    <SiteShell frame={frame} current={null}>
      <div className="wrap">
        <AuthorIntro person={person} articles={list.total} />
        <StoryList list={list} timeZone={frame.settings.timeZone} pathOf={(number) => authorPath(slug, number)} />
      </div>
    </SiteShell>
  );
}
