import type { Metadata } from "next";
import type { ReactElement } from "react";
import { MonthCalendar } from "@/components/desk/calendar/month-calendar";
import { MonthLinks } from "@/components/desk/calendar/month-links";
import { Refusal } from "@/components/desk/shell/refusal";
import { PageHeader } from "@/components/ui/page-header";
import { monthGrid, monthInWords, monthOf, readMonth } from "@/lib/articles/month-grid";
import { decide } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { getSiteSettings } from "@/lib/settings/queries";
import { dayOf } from "@/lib/site-days";
import { requireDeskUser } from "@/lib/web/desk-session";
import { readOrRefuse } from "@/lib/web/read-or-refuse";
import { asParameters, type SearchParameters } from "@/lib/web/search-parameters";
import { move } from "./actions";
import { readEntries } from "./read-entries";

export const metadata: Metadata = { title: "Calendar" };

type Props = { searchParams: Promise<SearchParameters> };

export default async function CalendarPage({ searchParams }: Props): Promise<ReactElement> {
  const user = await requireDeskUser();
  const { timeZone } = await getSiteSettings();
  const today = dayOf(now(), timeZone);
  const month = readMonth(asParameters(await searchParams).get("month")) ?? monthOf(today);
  const { refused, value: entries } = await readOrRefuse(() => readEntries(user, month, timeZone));
  if (refused !== null) return <Refusal reason={refused} />;
  return (
    <>
      <PageHeader
        title="Calendar"
        description={`What appeared, what will appear, and what ends. Times are those of ${timeZone}.`}
        actions={<MonthLinks month={month} currentMonth={monthOf(today)} />}
      />
      <h2 className="mb-3 text-xl font-bold">{monthInWords(month)}</h2>
      <MonthCalendar
        key={month}
        weeks={monthGrid(month)}
        {...{ entries, timeZone, today }}
        // Who publishes also decides when.
        move={decide(user, "article.publish").allowed ? move : null}
      />
    </>
  );
}
