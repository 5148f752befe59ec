import { ArchiveMonths } from "@/components/site/archive-months";
import { articleCount } from "@/components/site/author-intro";
import { PageIntro } from "@/components/site/page-intro";
import { SiteShell } from "@/components/site/site-shell";
import { listArchive } from "@/lib/publications/queries/archive";
import { peopleSitemapCrumbs } from "@/lib/seo/crumbs";
import { pageHead } from "@/lib/seo/page-head";
import { staticPageGraph } from "@/lib/seo/structured-data/graphs";
import { categoryPath, peopleSitemapPath } from "@/lib/urls";
import { readerPage } from "../reader-page";
import { readFrame } from "../site-frame";

const title = "Sitemap";
const description = "Every section and its articles, by month, newest first.";
const crumbs = peopleSitemapCrumbs(title);
const described = {
  path: peopleSitemapPath,
  name: title,
  description,
  crumbs,
  kind: "WebPage",
  modifiedAt: null,
} as const;

export default readerPage(async () => {
  const [frame, entries] = await Promise.all([readFrame(), listArchive()]);
  const byCategory = Map.groupBy(entries, ({ categoryId }) => categoryId);
  const head = pageHead({ site: frame.settings, title, description, path: peopleSitemapPath });
  return (
    <SiteShell frame={frame} current={null} head={head} graph={staticPageGraph(frame.settings, described)}>
      <div className="wrap sitemap">
        <PageIntro crumbs={crumbs} title={title} description={description} />
        {frame.categories.map(({ id, slug, name, articles }) => {
          const listed = byCategory.get(id) ?? [];
          return (
            <section className="sitemap__category" key={id} data-category={slug} aria-labelledby={`map-${slug}`}>
              <div className="sitemap__head">
                <h2 className="topic__title" id={`map-${slug}`}>
                  <a href={categoryPath(slug)}>{name}</a>
                </h2>
                <p className="meta">{articleCount(articles)}</p>
                {listed.length < articles && <p className="meta">The newest {listed.length} are listed here.</p>}
              </div>
              <ArchiveMonths entries={listed} timeZone={frame.settings.timeZone} />
            </section>
          );
        })}
      </div>
    </SiteShell>
  );
});
