import type { ReactElement } from "react";
import { unlistedHead } from "@/lib/seo/page-head";
import type { SiteFrame } from "@/lib/site-frame/types";
import { PageIntro } from "./page-intro";
import { SearchForm } from "./search-form";
import { SiteShell } from "./site-shell";
import { WaysOn } from "./ways-on";

const advice =
  "The address may have been mistyped or cut off, or the article may have been withdrawn. A search often finds it.";

/** The page for an address that leads nowhere: a way to search, and where else to go. */
export function NotFoundView({ frame }: { frame: SiteFrame }): ReactElement {
  return (
    <SiteShell frame={frame} current={null} head={unlistedHead(frame.settings, "Page not found")}>
      <div className="wrap">
        <PageIntro kicker="Error 404" title="There is no page here" description={advice} />
        <SearchForm id="page-search" label="Search for the missing page" large />
        <WaysOn frame={frame} />
      </div>
    </SiteShell>
  );
}
