/** The typeface of texts, upright and italic as one; the desk preloads only the one it is set in (app/figtree.ts). */
import localFont from "next/font/local";

export const newsreader = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
      style: "normal",
    },
    {
      path: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
      style: "italic",
    },
  ],
  variable: "--font-newsreader",
  weight: "200 800",
  display: "swap",
  preload: false,
});
