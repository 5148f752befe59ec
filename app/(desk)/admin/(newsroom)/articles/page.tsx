import type { Metadata } from "next";
import type { ReactElement } from "react";
import { articleCount } from "@/components/desk/articles/article-row";
import { ArticleList } from "@/components/desk/articles/article-list";
import { FilterChips } from "@/components/desk/articles/filter-chips";
import { ListFilters } from "@/components/desk/articles/list-filters";
import { NoArticles } from "@/components/desk/articles/no-articles";
import { SavedViews } from "@/components/desk/articles/saved-views";
import { StateTabs } from "@/components/desk/articles/state-tabs";
import { Refusal } from "@/components/desk/shell/refusal";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listParameters, nextPage, previousPage, readListAddress, withoutPlace } from "@/lib/articles/list-address";
import { decide } from "@/lib/auth/permissions";
import { deskArticleListPath } from "@/lib/desk-urls";
import { requireDeskUser } from "@/lib/web/desk-session";
import { readOrRefuse } from "@/lib/web/read-or-refuse";
import { asParameters, type SearchParameters } from "@/lib/web/search-parameters";
import { newArticle } from "../new-article-action";
import { bulk, forgetView, keepView } from "./actions";
import { readList } from "./read-list";

export const metadata: Metadata = { title: "Articles" };

type Props = { searchParams: Promise<SearchParameters> };

export default async function ArticlesPage({ searchParams }: Props): Promise<ReactElement> {
  const user = await requireDeskUser();
  const address = readListAddress(asParameters(await searchParams));
  const { refused, value } = await readOrRefuse(() => readList(user, address));
  if (refused !== null) return <Refusal reason={refused} />;
  const { rows, next, total, totalCapped, counts, views, choices, timeZone, moment } = value;
  const previous = previousPage(address);
  return (
    <>
      <PageHeader
        title="Articles"
        description={`Times are those of ${timeZone}.`}
        actions={
          <SavedViews
            views={views}
            parameters={listParameters(withoutPlace(address)).toString()}
            save={keepView}
            remove={forgetView}
          />
        }
      />
      <StateTabs address={address} counts={counts} />
      <ListFilters address={address} choices={choices} />
      <FilterChips address={address} choices={choices} />
      {rows.length === 0 ? (
        <NoArticles address={address} startArticle={decide(user, "article.write").allowed ? newArticle : null} />
      ) : (
        <ArticleList
          // What was chosen belongs to the page it was chosen on.
          key={listParameters(address).toString()}
          {...{ rows, address, timeZone, choices }}
          now={moment}
          action={bulk}
        />
      )}
      <Pager
        previous={previous && deskArticleListPath(previous)}
        next={next === null ? null : deskArticleListPath(nextPage(address, next))}
        status={rows.length === 0 ? "" : `${totalCapped ? "More than " : ""}${articleCount(total)}`}
      />
    </>
  );
}
