import type { ReactElement } from "react";
import { longDate } from "@/lib/dates";
import { unlistedHead } from "@/lib/seo/page-head";
import type { SiteFrame } from "@/lib/site-frame/types";
import { PageIntro } from "./page-intro";
import { SearchForm } from "./search-form";
import { SiteShell } from "./site-shell";
import { WaysOn } from "./ways-on";

type WithdrawnNoticeProps = {
  frame: SiteFrame;
  /** What was at the address, when and why it was taken away. */
  notice: { headline: string; reason: string; at: Date };
};

/** Stands at the address of an article that was withdrawn: what it was, since when it is gone, and why. */
export function WithdrawnNotice({ frame, notice }: WithdrawnNoticeProps): ReactElement {
  const { headline, reason, at } = notice;
  return (
    <SiteShell frame={frame} current={null} head={unlistedHead(frame.settings, `Withdrawn: ${headline}`)}>
      <div className="wrap">
        <PageIntro kicker="Withdrawn" title={headline} description={reason}>
          <p className="page-intro__line">
            This article was withdrawn on{" "}
            <time dateTime={at.toISOString()}>{longDate(at, frame.settings.timeZone)}</time>.
          </p>
        </PageIntro>
        <SearchForm id="page-search" label="Search for something else" large />
        <WaysOn frame={frame} />
      </div>
    </SiteShell>
  );
}

/** Stands at an address that is gone for good. `headline` is what was there, when that is known. */
export function GoneView({ frame, headline }: { frame: SiteFrame; headline: string | null }): ReactElement {
  const title = headline ?? "This page is gone";
  const advice = "It was taken away for good. A search may find something on the same subject.";
  return (
    <SiteShell frame={frame} current={null} head={unlistedHead(frame.settings, "Page gone")}>
      <div className="wrap">
        <PageIntro kicker="Error 410" title={title} description={advice} />
        <SearchForm id="page-search" label="Search for something else" large />
        <WaysOn frame={frame} />
      </div>
    </SiteShell>
  );
}
