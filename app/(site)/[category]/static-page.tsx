import type { ReactElement } from "react";
import { ArticleBody } from "@/components/site/article-body";
import { ArticleContents } from "@/components/site/article-contents";
import { PageIntro } from "@/components/site/page-intro";
import { SiteShell } from "@/components/site/site-shell";
import { isoMoment, longDate } from "@/lib/dates";
import { listHelplines } from "@/lib/helplines/queries";
import { findMedia } from "@/lib/media/queries";
import type { PageView } from "@/lib/pages/queries";
import { mediaIds } from "@/lib/richtext/media-references";
import { outlineOf } from "@/lib/richtext/outline";
import { staticPageCrumbs } from "@/lib/seo/crumbs";
import { pageHead } from "@/lib/seo/page-head";
import { staticPageGraph } from "@/lib/seo/structured-data/graphs";
import { staticPageKind } from "@/lib/seo/structured-data/web-page";
import { staticPagePath } from "@/lib/urls";
import { readFrame } from "../site-frame";

/** About us, the privacy policy and their like. */
export async function renderStaticPage(page: PageView): Promise<ReactElement> {
  const [frame, media, helplines] = await Promise.all([readFrame(), findMedia(mediaIds(page.body)), listHelplines()]);
  const { contactEmail, timeZone } = frame.settings;
  const crumbs = staticPageCrumbs(page);
  const path = staticPagePath(page.slug);
  const head = pageHead({
    site: frame.settings,
    title: page.title,
    description: page.seoDescription ?? page.excerpt,
    path,
    noindex: page.noindex,
  });
  const graph = staticPageGraph(frame.settings, {
    path,
    name: page.title,
    description: page.excerpt,
    crumbs,
    kind: staticPageKind(page.slug),
    modifiedAt: page.updatedAt,
  });
  return (
    <SiteShell frame={frame} current={null} head={head} graph={graph}>
      <div className="wrap static-page">
        <div>
          <PageIntro crumbs={crumbs} title={page.title} description={page.excerpt} />
          <ArticleContents outline={outlineOf(page.body)} />
        </div>
        <div className="static-page__text">
          <ArticleBody doc={page.body} media={media} helplines={helplines} contactEmail={contactEmail} />
          <p className="static-page__date meta">
            Last changed{" "}
            <time dateTime={isoMoment(page.updatedAt, timeZone)}>{longDate(page.updatedAt, timeZone)}</time>
          </p>
        </div>
      </div>
    </SiteShell>
  );
}
