import type { ReactElement } from "react";
import type { MediaView } from "@/lib/media/types";
import { orcidAddress } from "@/lib/people/orcid";
import type { Crumb } from "@/lib/seo/crumbs";
import { PageIntro } from "./page-intro";
import { Picture } from "./picture";

type AuthorIntroProps = {
  crumbs: readonly Crumb[];
  person: {
    name: string;
    kind: "person" | "desk";
    bio: string;
    credentials: string | null;
    jobTitle: string | null;
    licence: string | null;
    orcid: string | null;
    portrait: MediaView | null;
    links: readonly { label: string; href: string }[];
  };
  articles: number;
};

/** Who signs: a person with what qualifies them, or a desk. */
export function AuthorIntro({ crumbs, person, articles }: AuthorIntroProps): ReactElement {
  const links = person.orcid ? [{ label: "ORCID", href: orcidAddress(person.orcid) }, ...person.links] : person.links;
  return (
    <PageIntro
      crumbs={crumbs}
      kicker={person.kind === "desk" ? "Desk" : "Author"}
      title={person.name}
      description={person.bio}
    >
      {person.portrait && (
        <div className="page-intro__portrait">
          <Picture media={person.portrait} alt={person.portrait.alt} sizes="8rem" />
        </div>
      )}
      {[person.jobTitle, person.credentials, person.licence].filter(Boolean).map((line) => (
        <p key={line} className="page-intro__line">
          {line}
        </p>
      ))}
      {links.length > 0 && (
        <ul className="page-intro__links">
          {links.map(({ label, href }) => (
            <li key={href}>
              <a href={href} rel="me noopener">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="page-intro__line">{articleCount(articles)}</p>
    </PageIntro>
  );
}

/** For example "1 article" or "34 articles". */
export function articleCount(articles: number): string {
  return articles === 1 ? "1 article" : `${articles.toLocaleString("en-US")} articles`;
}
