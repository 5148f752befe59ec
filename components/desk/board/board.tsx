import Link from "next/link";
import type { ReactElement } from "react";
import { articleCount, nameOf } from "@/components/desk/articles/article-row";
import { StateBadges } from "@/components/desk/articles/state-badges";
import { deskArticlePath } from "@/lib/desk-urls";
import { dayAndTime } from "@/lib/site-days";
import { AwaitedAction } from "./awaited-action";
import type { BoardActions } from "./board-actions";
import type { BoardColumn, BoardContent } from "./board-columns";

type Item = BoardContent["toReview"]["items"][number];

type BoardProps = {
  columns: BoardColumn[];
  content: BoardContent;
  actions: BoardActions;
  mayPublish: boolean;
  timeZone: string;
  now: Date;
};

/** What awaits somebody, by what is to be done, with the one action that each article waits for. */
export function Board({ columns, content, ...rest }: BoardProps): ReactElement {
  return (
    <div className="gap-4 md:grid-cols-2 2xl:grid-cols-3 grid items-start">
      {columns.map((column) => (
        <Column key={column.id} column={column} {...content[column.id]} {...rest} />
      ))}
    </div>
  );
}

type ColumnProps = Omit<BoardProps, "columns" | "content"> & { column: BoardColumn; items: Item[]; total: number };

function Column({ column, items, total, ...rest }: ColumnProps): ReactElement {
  return (
    <section aria-labelledby={`column-${column.id}`} className="rounded-lg border-line bg-sunken p-3 border">
      <h2 id={`column-${column.id}`} className="mb-2 gap-2 font-bold flex items-baseline justify-between">
        {column.title}
        <span className="text-sm font-normal text-quiet tabular-nums">{articleCount(total)}</span>
      </h2>
      {items.length === 0 && <p className="text-sm text-quiet">{column.empty}</p>}
      <ul className="gap-2 grid">
        {items.map((item) => (
          <li key={item.articleId} className="gap-2 rounded-md border-line bg-raised p-3 grid border">
            <ItemWords item={item} timeZone={rest.timeZone} now={rest.now} />
            <AwaitedAction column={column.id} item={item} {...rest} />
          </li>
        ))}
      </ul>
      {total > items.length && (
        <Link href={column.href} className="mt-2 text-sm text-accent inline-block underline">
          All {articleCount(total)}
        </Link>
      )}
    </section>
  );
}

function ItemWords({ item, timeZone, now }: { item: Item; timeZone: string; now: Date }): ReactElement {
  const facts = [item.authors.join(", "), item.categoryName, `changed ${dayAndTime(item.updatedAt, timeZone)}`];
  return (
    <div className="gap-1 grid">
      <Link href={deskArticlePath(item.articleId)} className="font-semibold wrap-anywhere hover:underline">
        {nameOf(item)}
      </Link>
      <p className="text-sm text-quiet">{facts.filter(Boolean).join(" · ")}</p>
      <StateBadges article={item} timeZone={timeZone} now={now} />
    </div>
  );
}
