import Link from "next/link";
import type { ReactElement } from "react";
import { classNames } from "@/components/ui/class-names";
import { deskArticleListPath, deskCalendarPath } from "@/lib/desk-urls";
import { addDays } from "@/lib/site-days";

export type AttentionCounts = {
  overdueReviews: number;
  staleDrafts: number;
  waitingForReview: number;
  changesRequested: number;
  endingSoon: number;
};

/** Where the list of overdue reviews stands on the dashboard. */
export const overdueReviewsId = "overdue-reviews";
/** Days after which a draft counts as forgotten; as the query counts them. */
const staleDays = 30;

/** Numbers of the whole newsroom, each leading to what it counts. @param today of the site's calendar */
export function Attention({ counts, today }: { counts: AttentionCounts; today: string }): ReactElement {
  const entries = [
    { label: "waiting for review", count: counts.waitingForReview, href: deskArticleListPath({ state: "in_review" }) },
    {
      label: "with changes requested",
      count: counts.changesRequested,
      href: deskArticleListPath({ state: "changes_requested" }),
    },
    { label: "ending within a week", count: counts.endingSoon, href: deskCalendarPath },
    { label: "due for another review", count: counts.overdueReviews, href: `#${overdueReviewsId}` },
    {
      label: "drafts untouched for a month",
      count: counts.staleDrafts,
      href: deskArticleListPath({ state: "draft", to: addDays(today, -staleDays) }),
    },
  ];
  return (
    <ul aria-label="In the whole newsroom" className="gap-3 sm:grid-cols-3 xl:grid-cols-5 grid grid-cols-2">
      {entries.map(({ label, count, href }) => (
        <li key={label}>
          <Link href={href} className="rounded-lg border-line bg-raised px-4 py-3 hover:bg-sunken block h-full border">
            <span className={classNames("text-2xl font-bold block tabular-nums", count === 0 && "text-quiet")}>
              {count.toLocaleString("en-US")}
            </span>
            <span className="text-sm text-quiet">{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
