import { PreviewBanner } from "@/components/site/preview-banner";
import { findPreview } from "@/lib/articles/queries/preview";
import { readPreview } from "@/lib/articles/preview-link";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { draftHead } from "@/lib/seo/page-head";
import { orNotFound } from "@/lib/web/or-not-found";
import { articleScreen } from "../../article-screen";
import { readerPage } from "../../reader-page";
import { readFrame } from "../../site-frame";

type Props = { params: Promise<{ token: string }> };

/** The reader's own page, made from the working copy. */
export default readerPage(async ({ params }: Props) => {
  const link = readPreview((await params).token, now());
  if (!link) throw new AppError("not-found", "This preview is over, or its address was changed.");
  const [{ article, savedAt }, { settings }] = await Promise.all([
    orNotFound(findPreview(link.articleId)),
    readFrame(),
  ]);
  return articleScreen(article, {
    head: () => draftHead(article.headline),
    notice: <PreviewBanner savedAt={savedAt} expires={link.expires} timeZone={settings.timeZone} />,
  });
});
