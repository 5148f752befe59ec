import type { Metadata, Viewport } from "next";
import type { ReactElement, ReactNode } from "react";
import { islandsScript } from "@/components/site/islands/manifest";
import { absoluteUrl } from "@/lib/urls";
import { themeScript } from "@/lib/web/theme-script";
import { figtree } from "../figtree";
import { newsreader, newsreaderItalic } from "./fonts";
import "./site.css";

// Pages are made from the database at request time and kept by server.ts, never by Next.
export const dynamic = "force-dynamic";

/** A function, because the site's address is known only when the process runs, not when it was built. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(absoluteUrl("/")),
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f2" },
    { media: "(prefers-color-scheme: dark)", color: "#15181b" },
  ],
};

export default function SiteLayout({ children }: { children: ReactNode }): ReactElement {
  const fonts = [newsreader, newsreaderItalic, figtree].map((font) => font.variable).join(" ");
  return (
    // The script sets data-theme before React (in development) compares the page with its own rendering.
    <html lang="en" className={fonts} suppressHydrationWarning>
      <head>
        {/* eslint-disable-next-line no-restricted-syntax -- a constant of ours, needed before the first paint */}
        <script data-keep="" dangerouslySetInnerHTML={{ __html: themeScript }} />
        {/* eslint-disable-next-line @next/next/no-sync-scripts -- a module waits for the document by itself */}
        <script type="module" src={islandsScript()} />
      </head>
      <body>{children}</body>
    </html>
  );
}
