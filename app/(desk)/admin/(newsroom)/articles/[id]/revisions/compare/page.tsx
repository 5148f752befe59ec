import type { Metadata } from "next";
import type { ReactElement } from "react";
import { ComparisonView } from "@/components/desk/revisions/comparison-view";
import { Refusal } from "@/components/desk/shell/refusal";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { compareRevisions } from "@/lib/articles/queries/compare-revisions";
import { deskArticlePath, deskRevisionsPath } from "@/lib/desk-urls";
import { AppError } from "@/lib/errors";
import { requireDeskUser } from "@/lib/web/desk-session";
import { readOrRefuse } from "@/lib/web/read-or-refuse";
import { asParameters, type SearchParameters } from "@/lib/web/search-parameters";
import { restore } from "../actions";
import { readArticleId, readHistoryOf, readSide } from "../read-history";

export const metadata: Metadata = { title: "Compare versions" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParameters> };

export default async function ComparePage({ params, searchParams }: Props): Promise<ReactElement> {
  const user = await requireDeskUser();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const parameters = asParameters(query);
  const { refused, value } = await readOrRefuse(async () => {
    const articleId = readArticleId(id);
    // First, so that who may not read articles is told so whatever the address says.
    const history = await readHistoryOf(user, articleId);
    const [before, after] = [readSide(parameters.get("before")), readSide(parameters.get("after"))];
    if (before === null || after === null) throw new AppError("not-found", "There is no such version.");
    const comparison = await compareRevisions(user, { articleId, before, after });
    return { articleId, ...history, comparison };
  });
  if (refused !== null) return <Refusal reason={refused} />;
  const { articleId, headline, timeZone, expectedVersion, comparison } = value;
  return (
    <>
      <PageHeader
        title={`Two versions of “${headline}”`}
        description={`Times are those of ${timeZone}.`}
        actions={
          <>
            <LinkButton href={deskRevisionsPath(articleId)}>All versions</LinkButton>
            <LinkButton href={deskArticlePath(articleId)}>To the article</LinkButton>
          </>
        }
      />
      <ComparisonView
        {...{ articleId, comparison, timeZone }}
        restore={expectedVersion === null ? null : { action: restore, expectedVersion }}
      />
    </>
  );
}
