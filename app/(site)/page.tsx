import { CategoryBlock } from "@/components/site/category-block";
import { HomeLatest } from "@/components/site/home-latest";
import { HomeTop } from "@/components/site/home-top";
import { SiteShell } from "@/components/site/site-shell";
import { selectHome } from "@/lib/publications/queries/home";
import { pageHead } from "@/lib/seo/page-head";
import { homeGraph } from "@/lib/seo/structured-data/graphs";
import { homePath } from "@/lib/urls";
import { readerPage } from "./reader-page";
import { readFrame } from "./site-frame";

export default readerPage(async () => {
  const frame = await readFrame();
  const { settings, categories, tags } = frame;
  const { lead, top, latest, blocks } = await selectHome(categories.map(({ id }) => id));
  const { timeZone } = settings;
  const listed = [lead ?? [], top, latest, ...categories.map(({ id }) => blocks.get(id) ?? [])].flat();
  const head = pageHead({ site: settings, title: null, description: settings.description, path: homePath });
  return (
    <SiteShell frame={frame} current="home" head={head} graph={homeGraph(settings, listed)}>
      <div className="wrap">
        <h1 className="motto">{settings.tagline || settings.name}</h1>
        {lead ? <HomeTop lead={lead} top={top} timeZone={timeZone} /> : <p>The first articles are on their way.</p>}
      </div>
      <HomeLatest cards={latest} tags={tags} timeZone={timeZone} />
      <div className="wrap home-blocks">
        {categories.map((category) => (
          <CategoryBlock
            key={category.id}
            category={category}
            cards={blocks.get(category.id) ?? []}
            timeZone={timeZone}
            sizes="(min-width: 80rem) 38rem, (min-width: 60rem) 46vw, 92vw"
          />
        ))}
      </div>
    </SiteShell>
  );
});
