import type { ArticleRow } from "@/components/desk/articles/article-row";
import type { SavedView } from "@/components/desk/articles/saved-views";
import type { StateCounts } from "@/components/desk/articles/state-tabs";
import { addressOf, filterOf, type ListAddress } from "@/lib/articles/list-address";
import type { ListChoices } from "@/lib/articles/list-choices";
import { countArticles } from "@/lib/articles/queries/count-articles";
import { listArticles } from "@/lib/articles/queries/list-articles";
import { listChoices } from "@/lib/articles/queries/list-choices";
import { listViews } from "@/lib/articles/queries/saved-views";
import type { UserActor } from "@/lib/auth/require-account";
import { now } from "@/lib/clock";
import { deskArticleListPath } from "@/lib/desk-urls";
import { getSiteSettings } from "@/lib/settings/queries";
import { rowVerbs } from "./row-verbs";

type ListPage = {
  rows: ArticleRow[];
  /** Where the next page starts; null on the last. */
  next: string | null;
  total: number;
  /** There are more than `total`. */
  totalCapped: boolean;
  counts: StateCounts;
  views: SavedView[];
  choices: ListChoices;
  timeZone: string;
  moment: Date;
};

/** All that the list's page shows. @throws AppError "forbidden", "invalid" for a place that is none */
export async function readList(user: UserActor, address: ListAddress): Promise<ListPage> {
  const { timeZone } = await getSiteSettings();
  const moment = now();
  const [list, counts, views, choices] = await Promise.all([
    listArticles(user, {
      ...filterOf(address, timeZone),
      ...(address.cursor !== undefined && { cursor: address.cursor }),
    }),
    countArticles(user, { mine: address.mine ?? false }),
    listViews(user),
    listChoices(user),
  ]);
  return {
    rows: list.items.map((item) => ({ ...item, verbs: rowVerbs(user, item, moment) })),
    next: list.next,
    total: list.total,
    totalCapped: list.totalCapped,
    counts,
    views: views.map(({ viewId, name, filter }) => ({
      viewId,
      name,
      href: deskArticleListPath(addressOf(filter, timeZone)),
    })),
    choices,
    timeZone,
    moment,
  };
}
