/** Newsreader for what is read. What stands around it is set in app/figtree.ts. */
import localFont from "next/font/local";

export const newsreader = localFont({
  src: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
  variable: "--font-newsreader",
  weight: "200 800",
  style: "normal",
  display: "swap",
  adjustFontFallback: "Times New Roman",
});

/** Only some paragraphs need it, so it does not compete with the first paint. */
export const newsreaderItalic = localFont({
  src: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
  variable: "--font-newsreader-italic",
  weight: "200 800",
  style: "italic",
  display: "swap",
  preload: false,
  adjustFontFallback: "Times New Roman",
});
