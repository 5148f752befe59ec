import type { ReactElement } from "react";
import { PageIntro } from "./page-intro";

type AuthorIntroProps = {
  person: {
    name: string;
    kind: "person" | "desk";
    bio: string;
    credentials: string | null;
    links: readonly { label: string; href: string }[];
  };
  articles: number;
};

/** Who signs: a person with what qualifies them, or a desk. */
export function AuthorIntro({ person, articles }: AuthorIntroProps): ReactElement {
  return (
    <PageIntro kicker={person.kind === "desk" ? "Desk" : "Author"} title={person.name} description={person.bio}>
      {person.credentials && <p className="page-intro__line">{person.credentials}</p>}
      {person.links.length > 0 && (
        <ul className="page-intro__links">
          {person.links.map(({ label, href }) => (
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
