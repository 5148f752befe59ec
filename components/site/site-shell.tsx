import type { ReactElement, ReactNode } from "react";
import type { Graph } from "schema-dts";
import type { PageHead } from "@/lib/seo/page-head";
import type { SiteFrame } from "@/lib/site-frame/types";
import { PageHeadElements } from "./page-head";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import { StructuredData } from "./structured-data";

type SiteShellProps = {
  frame: SiteFrame;
  /** The menu entry of this page: a category's slug, "home", or null when none is. */
  current: string | null;
  head: PageHead;
  /** What the page says to search engines; nothing where there is nothing to index. */
  graph?: Graph;
  children: ReactNode;
};

/** What surrounds every page: the way past the header, the header, the page itself, the footer. */
export function SiteShell({ frame, current, head, graph, children }: SiteShellProps): ReactElement {
  return (
    <>
      <PageHeadElements head={head} />
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <SiteHeader siteName={frame.settings.name} menu={frame.headerMenu} current={current} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter frame={frame} />
      {graph && <StructuredData graph={graph} />}
    </>
  );
}
