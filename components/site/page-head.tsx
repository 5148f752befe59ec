import type { ReactElement } from "react";
import { appleIcon, smallIcon, vectorIcon, type IconFile } from "@/lib/seo/icons";
import type { PageHead } from "@/lib/seo/page-head";
import { manifestPath } from "@/lib/urls";

/** What belongs into the document's head. React puts these elements there from wherever they are rendered. */
export function PageHeadElements({ head }: { head: PageHead }): ReactElement {
  const { title, description, robots, canonical, alternates, preview } = head;
  return (
    <>
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      <meta name="robots" content={robots} />
      {canonical && <link rel="canonical" href={canonical} />}
      {alternates.map((link) => (
        <link key={link.href} rel="alternate" {...link} />
      ))}
      {preview.map((meta, index) => (
        <meta key={index} {...meta} />
      ))}
      <SiteHeadElements />
    </>
  );
}

/** The same on every page. */
function SiteHeadElements(): ReactElement {
  return (
    <>
      {/* Numbers in a text are not always telephone numbers. */}
      <meta name="format-detection" content="telephone=no, address=no, email=no" />
      <link rel="manifest" href={manifestPath} />
      <link rel="icon" href={smallIcon.path} sizes={sizesOf(smallIcon)} />
      <link rel="icon" href={vectorIcon.path} type="image/svg+xml" sizes="any" />
      <link rel="apple-touch-icon" href={appleIcon.path} sizes={sizesOf(appleIcon)} />
    </>
  );
}

function sizesOf({ size }: IconFile): string {
  return `${String(size)}x${String(size)}`;
}
