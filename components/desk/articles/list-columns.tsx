import Link from "next/link";
import type { ReactElement } from "react";
import type { DataColumn } from "@/components/ui/data-table";
import { withoutPlace, type ListAddress } from "@/lib/articles/list-address";
import type { ArticleSort } from "@/lib/articles/list-schema";
import { deskArticleListPath, deskArticlePath } from "@/lib/desk-urls";
import { dayAndTime, dayInWords, dayOf } from "@/lib/site-days";
import type { BulkVerb } from "@/lib/articles/bulk-verbs";
import { nameOf, type ArticleRow } from "./article-row";
import { RowMenu } from "./row-menu";
import { StateBadges } from "./state-badges";

type ColumnsOf = {
  address: ListAddress;
  timeZone: string;
  now: Date;
  onVerb: (verb: BulkVerb, article: ArticleRow) => void;
};

/** Where the table is narrow, what these columns say stands under the headline. */
const wide = "max-md:hidden whitespace-nowrap";

/** The columns of the list. */
export function listColumns({ address, timeZone, now, onVerb }: ColumnsOf): DataColumn<ArticleRow>[] {
  const sort = sorting(address);
  return [
    {
      id: "headline",
      header: "Headline",
      ...sort("headline"),
      className: "w-2/5 min-w-52",
      cell: (article) => <Headline {...{ article, timeZone, now }} />,
    },
    {
      id: "category",
      header: "Category",
      className: wide,
      cell: ({ categoryName }) => categoryName ?? <span className="text-quiet">None yet</span>,
    },
    { id: "authors", header: "Authors", className: "max-lg:hidden", cell: ({ authors }) => authors.join(", ") },
    {
      id: "people",
      header: "Assigned to",
      className: "max-2xl:hidden",
      cell: ({ editor, assignedReviewer }) => [editor?.name, assignedReviewer?.name].filter(Boolean).join(", "),
    },
    ...dateColumns(timeZone, sort),
    {
      id: "menu",
      header: "Actions",
      className: "w-12",
      cell: (article) => (
        <RowMenu
          article={article}
          onVerb={(verb) => {
            onVerb(verb, article);
          }}
        />
      ),
    },
  ];
}

type Sorting = (by: ArticleSort) => { sort: NonNullable<DataColumn<ArticleRow>["sort"]> };

function sorting(address: ListAddress): Sorting {
  return (by) => ({
    sort: {
      href: deskArticleListPath({ ...withoutPlace(address), sort: by }),
      direction: (address.sort ?? "updated") !== by ? null : by === "headline" ? "ascending" : "descending",
    },
  });
}

function dateColumns(timeZone: string, sort: Sorting): DataColumn<ArticleRow>[] {
  const day = (moment: Date | null): string => (moment ? dayInWords(dayOf(moment, timeZone)) : "");
  return [
    {
      id: "published",
      header: "Published",
      className: `${wide} max-xl:hidden`,
      ...sort("published"),
      cell: ({ firstPublishedAt }) => day(firstPublishedAt),
    },
    {
      id: "created",
      header: "Started",
      className: `${wide} max-2xl:hidden`,
      ...sort("created"),
      cell: ({ createdAt }) => day(createdAt),
    },
    {
      id: "updated",
      header: "Changed",
      className: wide,
      ...sort("updated"),
      cell: ({ updatedAt }) => dayAndTime(updatedAt, timeZone),
    },
  ];
}

type HeadlineProps = { article: ArticleRow; timeZone: string; now: Date };

function Headline({ article, timeZone, now }: HeadlineProps): ReactElement {
  const { categoryName, updatedAt, authors } = article;
  return (
    <div className="gap-1 grid">
      <Link
        href={deskArticlePath(article.articleId)}
        className="font-semibold line-clamp-2 wrap-anywhere hover:underline"
      >
        {nameOf(article)}
      </Link>
      <StateBadges article={article} timeZone={timeZone} now={now} />
      <p className="text-sm text-quiet md:hidden">
        {[categoryName, authors.join(", "), dayAndTime(updatedAt, timeZone)].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}
