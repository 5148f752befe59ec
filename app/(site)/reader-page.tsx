/**
 * What every reader page is wrapped in. Next's own notFound() answers with an empty document that only the browser's
 * React fills, and readers get no React: so a page that does not exist is a page like any other, with the status 404.
 */
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { NotFoundView } from "@/components/site/not-found-view";
import { setResponseStatus } from "@/lib/request-context";
import { getSiteFrame } from "@/lib/site-frame/queries";
import { isNotFound } from "@/lib/web/or-not-found";

/** @param render may throw AppError "not-found" (not from inside another async component: that renders later) */
export function readerPage<Props>(render: (props: Props) => Promise<ReactElement>) {
  return async function ReaderPage(props: Props): Promise<ReactElement> {
    try {
      return await render(props);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      setResponseStatus(404);
      return <NotFoundView frame={await getSiteFrame()} />;
    }
  };
}

/** The same for `generateMetadata`. */
export function readerMetadata<Props>(describe: (props: Props) => Promise<Metadata>) {
  return async function generateReaderMetadata(props: Props): Promise<Metadata> {
    try {
      return await describe(props);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      const { settings } = await getSiteFrame();
      return { title: { absolute: `Page not found · ${settings.name}` }, robots: { index: false, follow: true } };
    }
  };
}
