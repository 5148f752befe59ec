import { CircleCheck } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { nameOf } from "@/components/desk/articles/article-row";
import type { BoardColumn, BoardContent } from "@/components/desk/board/board-columns";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { deskArticlePath, deskBoardPath } from "@/lib/desk-urls";
import { dayAndTime } from "@/lib/site-days";

/** Articles named here; the board has more. */
const shown = 3;

type TodayProps = { columns: BoardColumn[]; content: BoardContent; timeZone: string };

/** What needs the reader of this page today, the most urgent first. */
export function Today({ columns, content, timeZone }: TodayProps): ReactElement {
  const waiting = columns.filter(({ id }) => content[id].total > 0);
  return (
    <Card
      title="What needs you today"
      actions={
        waiting.length > 0 && (
          <LinkButton size="small" href={deskBoardPath}>
            Open the board
          </LinkButton>
        )
      }
    >
      {waiting.length === 0 && (
        <p className="gap-2 text-quiet flex items-center">
          <CircleCheck aria-hidden className="size-5 text-good" />
          Nothing waits for you.
        </p>
      )}
      <div className="gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3 grid">
        {waiting.map(({ id, title, href }) => (
          <section key={id} aria-label={title}>
            <h3 className="font-semibold">
              <Link href={href} className="hover:underline">
                {title} <span className="text-quiet tabular-nums">({content[id].total.toLocaleString("en-US")})</span>
              </Link>
            </h3>
            <ul className="mt-1 gap-1 grid">
              {content[id].items.slice(0, shown).map((item) => (
                <li key={item.articleId} className="min-w-0">
                  <Link href={deskArticlePath(item.articleId)} className="block truncate hover:underline">
                    {nameOf(item)}
                  </Link>
                  <p className="text-sm text-quiet">
                    {id === "scheduledSoon" && item.publicFrom
                      ? `appears ${dayAndTime(item.publicFrom, timeZone)}`
                      : `changed ${dayAndTime(item.updatedAt, timeZone)}`}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}
