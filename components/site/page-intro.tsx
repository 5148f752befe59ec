import type { ReactElement, ReactNode } from "react";

type PageIntroProps = {
  /** What kind of page this is, above the title. */
  kicker?: string;
  title: string;
  description?: string;
  /** Further lines: counts, links. */
  children?: ReactNode;
};

/** The opening of a page that is no article: its title and what it is about. */
export function PageIntro({ kicker, title, description, children }: PageIntroProps): ReactElement {
  return (
    <header className="page-intro">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1 className="page-intro__title">{title}</h1>
      {description && <p className="page-intro__description">{description}</p>}
      {children}
    </header>
  );
}
