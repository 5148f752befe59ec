import { cache } from "react";
import { PreviewBanner } from "@/components/site/preview-banner";
import { findPreview } from "@/lib/articles/queries/preview";
import { readPreview } from "@/lib/articles/preview-link";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { orNotFound } from "@/lib/web/or-not-found";
import { articleScreen } from "../../article-screen";
import { readerMetadata, readerPage } from "../../reader-page";
import { readFrame } from "../../site-frame";

type Props = { params: Promise<{ token: string }> };

const readLink = cache(async (token: string) => {
  const link = readPreview(token, now());
  if (!link) throw new AppError("not-found", "This preview is over, or its address was changed.");
  return { ...(await orNotFound(findPreview(link.articleId))), expires: link.expires };
});

export const generateMetadata = readerMetadata(async ({ params }: Props) => {
  const { article } = await readLink((await params).token);
  return { title: { absolute: `Preview: ${article.headline}` }, robots: { index: false, follow: false } };
});

/** The reader's own page, made from the working copy. */
export default readerPage(async ({ params }: Props) => {
  const { article, savedAt, expires } = await readLink((await params).token);
  const { settings } = await readFrame();
  return articleScreen(article, {
    notice: <PreviewBanner savedAt={savedAt} expires={expires} timeZone={settings.timeZone} />,
  });
});
