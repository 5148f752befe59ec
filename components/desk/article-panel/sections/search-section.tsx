"use client";
import type { ReactElement } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { articlePath } from "@/lib/article-path";
import { measuredDescription, ownTitle, type PreviewInput, type PreviewText } from "@/lib/seo/search-preview";
import { CopyTextField } from "../copy-text-field";
import { usePanel } from "../panel-context";
import { SearchResultPreview, SocialCardPreview } from "../link-previews";

/** How the article looks to search engines and in shared links. */
export function SearchSection(): ReactElement {
  const { copy, choices, site, cover, onChange } = usePanel();
  const category = choices.categories.find(({ id }) => id === copy.categoryId);
  const input: PreviewInput = {
    siteName: site.name,
    siteUrl: site.url,
    path: articlePath({ categorySlug: category?.slug ?? "…", slug: copy.slug }),
    headline: copy.headline,
    excerpt: copy.excerpt,
    seoTitle: copy.seoTitle,
    seoDescription: copy.seoDescription,
  };
  return (
    <>
      <div className="gap-1.5 grid">
        <CopyTextField
          field="seoTitle"
          label="Title in search results"
          hint="Empty: the headline."
          placeholder={copy.headline}
          counted
        />
        <WidthMeter label="Width of the title" measured={ownTitle(copy)} />
      </div>
      <div className="gap-1.5 grid">
        <CopyTextField
          field="seoDescription"
          label="Description in search results"
          hint="Empty: the excerpt."
          placeholder={copy.excerpt}
          long
          counted
        />
        <WidthMeter label="Width of the description" measured={measuredDescription(copy)} />
      </div>
      <SearchResultPreview input={input} />
      <SocialCardPreview input={input} cover={copy.coverId === null ? null : cover} />
      <CopyTextField
        field="canonicalUrl"
        label="Canonical address"
        hint="Only when this text appeared elsewhere first: its address there. Search engines then list that one."
        placeholder="https://"
      />
      <Checkbox
        name="noindex"
        label="Keep out of search engines"
        hint="Readers still find it on the site; sitemaps leave it out."
        checked={copy.noindex}
        onChange={({ target }) => {
          onChange({ noindex: target.checked });
        }}
      />
    </>
  );
}

/** How much of the width that a search result has is used. */
function WidthMeter({ label, measured }: { label: string; measured: PreviewText }): ReactElement {
  const { pixels, limit, cut } = measured;
  return (
    <div className="gap-1 grid">
      <meter
        aria-label={label}
        min={0}
        max={limit}
        high={limit - 1}
        optimum={0}
        value={Math.min(pixels, limit)}
        className="h-2 w-full"
      />
      <p className="text-sm text-quiet tabular-nums">
        {pixels} of {limit} pixels{cut && ": it will be cut off"}
      </p>
    </div>
  );
}
