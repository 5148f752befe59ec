/**
 * The typeface of texts, upright and italic as one; the desk preloads only the one it is set in (app/figtree.ts). Next names a
 * family after its constant, and may put the rules of site and desk into one file: the name must not be one of the site.
 */
import localFont from "next/font/local";

export const manuscript = localFont({
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
