import type { ReactElement } from "react";

export type Crumb = { name: string; href: string };

/** The way from the home page to this one; the page itself is the heading below and no crumb. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }): ReactElement {
  return (
    <nav className="breadcrumb" aria-label="Breadcrumb">
      <ol>
        {crumbs.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
