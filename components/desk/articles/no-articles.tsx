import { Newspaper, SearchX, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ListAddress } from "@/lib/articles/list-address";
import { deskArticleListPath, deskArticlesPath } from "@/lib/desk-urls";

type NoArticlesProps = {
  address: ListAddress;
  /** Makes an empty draft and opens it; null for who does not write. */
  startArticle: (() => Promise<void>) | null;
};

/** Why the list is empty, and what to do about it. */
export function NoArticles({ address, startArticle }: NoArticlesProps): ReactElement {
  const { state, trash, sort: _sort, cursor: _cursor, trail: _trail, ...filters } = address;
  if (Object.keys(filters).length > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No article is like this"
        action={
          <LinkButton href={deskArticleListPath({ ...(state && { state }), ...(trash && { trash }) })}>
            Take all filters off
          </LinkButton>
        }
      >
        Try fewer or other words, or take a filter off.
      </EmptyState>
    );
  }
  if (trash) {
    return (
      <EmptyState
        icon={Trash2}
        title="The trash is empty"
        action={<LinkButton href={deskArticlesPath}>To all articles</LinkButton>}
      >
        What is moved here can be restored for 30 days.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Newspaper}
      title={state ? "No article is in this state" : "There are no articles yet"}
      action={
        startArticle && (
          <form action={startArticle}>
            <Button type="submit" look="primary">
              Write an article
            </Button>
          </form>
        )
      }
    >
      {state ? "Articles appear here as they are written and reviewed." : "The first one starts with a headline."}
    </EmptyState>
  );
}
