/**
 * What every reader page is wrapped in. Next's own notFound() answers with an empty document that only the browser's
 * React fills, and readers get no React: so a page that does not exist is a page like any other, with the status 404.
 * Before that, the address is looked up: it may have moved, or its article may have been withdrawn.
 */
import type { ReactElement } from "react";
import { NotFoundView } from "@/components/site/not-found-view";
import { GoneView, WithdrawnNotice } from "@/components/site/withdrawn-notice";
import { countRedirectHit } from "@/lib/redirects/commands/count-hits";
import { currentRequest, setResponseRedirect, setResponseStatus } from "@/lib/request-context";
import { whatBecameOf } from "@/lib/web/after-not-found";
import { isNotFound } from "@/lib/web/or-not-found";
import { pageSlot } from "@/lib/web/page-markup";
import { readFrame } from "./site-frame";

/** @param render may throw AppError "not-found" (not from inside another async component: that renders later) */
export function readerPage<Props>(render: (props: Props) => Promise<ReactElement>) {
  return async function ReaderPage(props: Props): Promise<ReactElement> {
    return asDocument(await renderOrAftermath(() => render(props)));
  };
}

async function renderOrAftermath(render: () => Promise<ReactElement>): Promise<ReactElement> {
  try {
    return await render();
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return renderAftermath();
  }
}

/** Leaves the page's HTML with the request, and gives Next something small that stands in its place. */
function asDocument(page: ReactElement): ReactElement {
  const markup = currentRequest()?.markup;
  if (!markup) return page;
  markup.html = markup.render(page);
  return <div {...{ [pageSlot.name]: "" }} />;
}

async function renderAftermath(): Promise<ReactElement> {
  const aftermath = await whatBecameOf(currentRequest()?.url ?? "/");
  switch (aftermath.kind) {
    case "moved":
      countRedirectHit(aftermath.redirectId);
      setResponseRedirect(aftermath.status, aftermath.location);
      return <p>This page has moved.</p>;
    case "gone":
      setResponseStatus(410);
      return <GoneView frame={await readFrame()} headline={aftermath.headline} />;
    case "withdrawn":
      return <WithdrawnNotice frame={await readFrame()} notice={aftermath.notice} />;
    case "nothing":
      setResponseStatus(404);
      return <NotFoundView frame={await readFrame()} />;
  }
}
