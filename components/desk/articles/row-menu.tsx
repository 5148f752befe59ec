"use client";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { deskArticlePath, deskRevisionsPath } from "@/lib/desk-urls";
import type { BulkVerb } from "@/lib/articles/bulk-verbs";
import { nameOf, verbWords, type ArticleRow } from "./article-row";

type RowMenuProps = { article: ArticleRow; onVerb: (verb: BulkVerb) => void };

const takesAway: readonly BulkVerb[] = ["withdraw", "moveToTrash", "remove"];

/** What can be done with one article. */
export function RowMenu({ article, onVerb }: RowMenuProps): ReactElement {
  const router = useRouter();
  const go = (href: string) => () => {
    router.push(href);
  };
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={`Actions for ${nameOf(article)}`}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={go(deskArticlePath(article.articleId))}>Open</MenuItem>
      <MenuItem onSelect={go(deskRevisionsPath(article.articleId))}>Revisions</MenuItem>
      {article.verbs.length > 0 && <MenuSeparator />}
      {article.verbs.map((verb) => (
        <MenuItem
          key={verb}
          danger={takesAway.includes(verb)}
          onSelect={() => {
            onVerb(verb);
          }}
        >
          {verbWords[verb].label}
        </MenuItem>
      ))}
    </Menu>
  );
}
