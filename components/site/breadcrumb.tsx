import type { ReactElement } from "react";
import type { Crumb } from "@/lib/seo/crumbs";

/** The way from the home page to this one (lib/seo/crumbs.ts). */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }): ReactElement {
  return (
    <nav className="breadcrumb" aria-label="Breadcrumb">
      <ol>
        {crumbs.map(({ name, path, current }) => (
          <li key={path}>{current ? <span aria-current="page">{name}</span> : <a href={path}>{name}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
