import type { ReactElement } from "react";
import { boardColumns } from "@/components/desk/board/board-columns";
import { Attention } from "@/components/desk/dashboard/attention";
import { OverdueReviews } from "@/components/desk/dashboard/overdue-reviews";
import { PublishingChart } from "@/components/desk/dashboard/publishing-chart";
import { QuickLinks } from "@/components/desk/dashboard/quick-links";
import { Today } from "@/components/desk/dashboard/today";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getBoard } from "@/lib/articles/queries/board";
import { getDashboard, listOverdueReviews } from "@/lib/articles/queries/dashboard";
import { decide } from "@/lib/auth/permissions";
import type { UserActor } from "@/lib/auth/require-account";
import { now } from "@/lib/clock";
import { deskAreas } from "@/lib/desk-navigation";
import { getSiteSettings } from "@/lib/settings/queries";
import { dayInWords, dayOf } from "@/lib/site-days";
import { requireDeskUser } from "@/lib/web/desk-session";
import { boardRole } from "./board/board-role";
import { newArticle } from "./new-article-action";

/** Overdue reviews named on the dashboard. */
const shownReviews = 5;

export default async function DashboardPage(): Promise<ReactElement> {
  const user = await requireDeskUser();
  const { timeZone } = await getSiteSettings();
  const today = dayOf(now(), timeZone);
  const groups = deskAreas.map(({ label, areas }) => ({
    label,
    areas: areas.filter(({ permission }) => permission === null || decide(user, permission).allowed),
  }));
  return (
    <>
      <PageHeader
        title={`Hello, ${user.name}`}
        description={`${dayInWords(today, "full")}. Times are those of ${timeZone}.`}
      />
      <div className="gap-5 grid">
        {decide(user, "article.read").allowed ? (
          <Newsroom user={user} timeZone={timeZone} today={today} />
        ) : (
          <Card title="What needs you today">
            <p className="text-quiet">Nothing waits for you. Articles in progress are for those who write and edit.</p>
          </Card>
        )}
        <QuickLinks groups={groups} startArticle={decide(user, "article.write").allowed ? newArticle : null} />
      </div>
    </>
  );
}

type NewsroomProps = { user: UserActor; timeZone: string; today: string };

/** For those who read articles in progress. */
async function Newsroom({ user, timeZone, today }: NewsroomProps): Promise<ReactElement> {
  const [content, { weeks, attention }, reviews] = await Promise.all([
    getBoard(user),
    getDashboard(user),
    listOverdueReviews(user, shownReviews),
  ]);
  return (
    <>
      <Today columns={boardColumns(user.id, boardRole(user))} content={content} timeZone={timeZone} />
      <Attention counts={attention} today={today} />
      <div className="gap-5 xl:grid-cols-[3fr_2fr] grid items-start">
        <PublishingChart weeks={weeks} timeZone={timeZone} />
        <OverdueReviews reviews={reviews} total={attention.overdueReviews} timeZone={timeZone} />
      </div>
    </>
  );
}
