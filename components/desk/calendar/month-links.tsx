import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactElement } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { addMonths, monthInWords } from "@/lib/articles/month-grid";
import { deskCalendarMonthPath, deskCalendarPath } from "@/lib/desk-urls";

/** The way to other months. */
export function MonthLinks({ month, currentMonth }: { month: string; currentMonth: string }): ReactElement {
  const before = addMonths(month, -1);
  const after = addMonths(month, 1);
  return (
    <nav aria-label="Months" className="gap-2 flex items-center">
      <LinkButton
        size="small"
        href={deskCalendarMonthPath(before)}
        rel="prev"
        aria-label={`Previous: ${monthInWords(before)}`}
      >
        <ChevronLeft aria-hidden className="size-4" />
        Previous
      </LinkButton>
      {month !== currentMonth && (
        <LinkButton size="small" href={deskCalendarPath}>
          This month
        </LinkButton>
      )}
      <LinkButton
        size="small"
        href={deskCalendarMonthPath(after)}
        rel="next"
        aria-label={`Next: ${monthInWords(after)}`}
      >
        Next
        <ChevronRight aria-hidden className="size-4" />
      </LinkButton>
    </nav>
  );
}
