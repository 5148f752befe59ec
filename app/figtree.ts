/**
 * Figtree for everything around the text, on the site and at the desk. Both files are cut by lib/cli/build-fonts.ts; the
 * second is fetched only for a page that has one of its letters, so it stands first in the style sheets' lists.
 */
import localFont from "next/font/local";

export const figtree = localFont({
  src: "./fonts/figtree.woff2",
  variable: "--font-figtree",
  weight: "400 700",
  style: "normal",
  display: "swap",
  adjustFontFallback: "Arial",
});

export const figtreeMore = localFont({
  src: "./fonts/figtree-more.woff2",
  variable: "--font-figtree-more",
  weight: "400 700",
  style: "normal",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+A1-A8, U+AA-B6, U+B8-FF, U+102, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+300-301, U+303-304, U+308, U+329, U+2010-2012, U+2015-2017, U+201A-201B, U+201E-2021, U+2027-2039, U+203B-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215",
    },
  ],
});
