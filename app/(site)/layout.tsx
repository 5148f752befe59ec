import type { Viewport } from "next";
import type { ReactElement, ReactNode } from "react";
import { islandsScript } from "@/components/site/islands/manifest";
import { paper } from "@/lib/site-colours";
import { speculationRules } from "@/lib/web/speculation-rules";
import { themeScript } from "@/lib/web/theme-script";
import { figtree, figtreeMore } from "../figtree";
import { newsreader, newsreaderItalic, newsreaderItalicMore, newsreaderMore } from "./fonts";
import "./site.css";

// Pages are made from the database at request time and kept by server.ts, never by Next.
export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: paper.light },
    { media: "(prefers-color-scheme: dark)", color: paper.dark },
  ],
};

const fonts = [newsreader, newsreaderMore, newsreaderItalic, newsreaderItalicMore, figtree, figtreeMore]
  .map((font) => font.variable)
  .join(" ");

export default function SiteLayout({ children }: { children: ReactNode }): ReactElement {
  return (
    // The script sets data-theme before React (in development) compares the page with its own rendering.
    <html lang="en" className={fonts} suppressHydrationWarning>
      <head>
        {/* eslint-disable-next-line no-restricted-syntax -- a constant of ours, needed before the first paint */}
        <script data-keep="" dangerouslySetInnerHTML={{ __html: themeScript }} />
        {/* eslint-disable-next-line @next/next/no-sync-scripts -- a module waits for the document by itself */}
        <script type="module" src={islandsScript()} />
        {/* eslint-disable-next-line no-restricted-syntax -- a constant of ours, and data */}
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculationRules }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
