import { History } from "lucide-react";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { RevisionTable } from "@/components/desk/revisions/revision-table";
import { Refusal } from "@/components/desk/shell/refusal";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listRevisions } from "@/lib/articles/queries/revisions";
import { deskArticlePath, deskRevisionsPath } from "@/lib/desk-urls";
import { requireDeskUser } from "@/lib/web/desk-session";
import { readOrRefuse } from "@/lib/web/read-or-refuse";
import { asParameters, type SearchParameters } from "@/lib/web/search-parameters";
import { restore } from "./actions";
import { readArticleId, readHistoryOf, readSide } from "./read-history";

export const metadata: Metadata = { title: "Versions" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParameters> };

export default async function RevisionsPage({ params, searchParams }: Props): Promise<ReactElement> {
  const user = await requireDeskUser();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const start = readSide(asParameters(query).get("before"));
  const before = start === "working" ? null : start;
  const { refused, value } = await readOrRefuse(async () => {
    const articleId = readArticleId(id);
    const [history, list] = await Promise.all([readHistoryOf(user, articleId), listRevisions(user, articleId, before)]);
    return { articleId, ...history, ...list };
  });
  if (refused !== null) return <Refusal reason={refused} />;
  const { articleId, headline, timeZone, expectedVersion, revisions, more } = value;
  const last = revisions.at(-1);
  return (
    <>
      <PageHeader
        title={`Versions of “${headline}”`}
        description={`Every meaningful save is kept. Times are those of ${timeZone}.`}
        actions={<LinkButton href={deskArticlePath(articleId)}>To the article</LinkButton>}
      />
      {revisions.length === 0 ? (
        <EmptyState icon={History} title="There are no versions here">
          The first one is kept when the article is saved, submitted or published.
        </EmptyState>
      ) : (
        <RevisionTable
          key={before}
          {...{ articleId, revisions, timeZone }}
          restore={expectedVersion === null ? null : { action: restore, expectedVersion }}
        />
      )}
      <Pager
        previous={before === null ? null : deskRevisionsPath(articleId)}
        next={more && last ? deskRevisionsPath(articleId, last.number) : null}
        status={before === null ? "" : "Older versions; “Previous” leads to the newest."}
      />
    </>
  );
}
