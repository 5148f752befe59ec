import Link from "next/link";
import type { ReactElement } from "react";
import { Card } from "@/components/ui/card";
import { deskArticlePath } from "@/lib/desk-urls";
import { dayInWords, dayOf } from "@/lib/site-days";
import { overdueReviewsId } from "./attention";

type OverdueReview = { articleId: number; headline: string; reviewedAt: Date };

/** Public articles whose medical review is long past, the oldest first. @param total how many there are altogether */
export function OverdueReviews({
  reviews,
  total,
  timeZone,
}: {
  reviews: OverdueReview[];
  total: number;
  timeZone: string;
}): ReactElement {
  return (
    <div id={overdueReviewsId} className="scroll-mt-4">
      <Card title="Due for another review" description="Readers see them with the date of their last review.">
        {reviews.length === 0 && <p className="text-quiet">Every reviewed article was reviewed recently enough.</p>}
        <ol className="gap-2 grid">
          {reviews.map(({ articleId, headline, reviewedAt }) => (
            <li key={articleId}>
              <Link href={deskArticlePath(articleId)} className="font-semibold hover:underline">
                {headline}
              </Link>
              <p className="text-sm text-quiet">last reviewed {dayInWords(dayOf(reviewedAt, timeZone))}</p>
            </li>
          ))}
        </ol>
        {total > reviews.length && (
          <p className="mt-2 text-sm text-quiet">
            and {(total - reviews.length).toLocaleString("en-US")} more, reviewed later than these
          </p>
        )}
      </Card>
    </div>
  );
}
