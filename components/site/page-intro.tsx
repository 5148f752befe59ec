import type { ReactElement, ReactNode } from "react";
import type { Crumb } from "@/lib/seo/crumbs";
import { Breadcrumb } from "./breadcrumb";

type PageIntroProps = {
  /** The way here, above everything. */
  crumbs?: readonly Crumb[];
  /** What kind of page this is, above the title. */
  kicker?: string;
  title: string;
  description?: string;
  /** Further lines: counts, links. */
  children?: ReactNode;
};

/** The opening of a page that is no article: its title and what it is about. */
export function PageIntro({ crumbs, kicker, title, description, children }: PageIntroProps): ReactElement {
  return (
    <header className="page-intro">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      {kicker && <p className="kicker">{kicker}</p>}
      <h1 className="page-intro__title">{title}</h1>
      {description && <p className="page-intro__description">{description}</p>}
      {children}
    </header>
  );
}
