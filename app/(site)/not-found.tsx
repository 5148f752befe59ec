import type { Metadata } from "next";
import type { ReactElement } from "react";
import { PageIntro } from "@/components/site/page-intro";
import { SearchForm } from "@/components/site/search-form";
import { SiteShell } from "@/components/site/site-shell";
import { WaysOn } from "@/components/site/ways-on";
import { getSiteFrame } from "@/lib/site-frame/queries";

export async function generateMetadata(): Promise<Metadata> {
  const { settings } = await getSiteFrame();
  return { title: { absolute: `Page not found · ${settings.name}` }, robots: { index: false, follow: true } };
}

export default async function NotFoundPage(): Promise<ReactElement> {
  const frame = await getSiteFrame();
  return (
    <SiteShell frame={frame} current={null}>
      <div className="wrap">
        <PageIntro
          kicker="Error 404"
          title="There is no page here"
          description="The address may have been mistyped or cut off, or the article may have been withdrawn. A search often finds it."
        />
        <SearchForm id="page-search" label="Search for the missing page" large />
        <WaysOn frame={frame} />
      </div>
    </SiteShell>
  );
}
