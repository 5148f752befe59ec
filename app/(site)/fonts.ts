/**
 * Newsreader for what is read; what stands around it is set in app/figtree.ts. The files are cut by
 * lib/cli/build-fonts.ts: the plain ones hold what English is written in, the others ("more") what else the typeface can.
 */
import localFont from "next/font/local";

export const newsreader = localFont({
  src: "../fonts/newsreader.woff2",
  variable: "--font-newsreader",
  weight: "400 650",
  style: "normal",
  display: "swap",
  adjustFontFallback: "Times New Roman",
});

export const newsreaderMore = localFont({
  src: "../fonts/newsreader-more.woff2",
  variable: "--font-newsreader-more",
  weight: "400 650",
  style: "normal",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+A1-B6, U+B8-FF, U+102, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+300-301, U+303-304, U+308, U+329, U+2010-2012, U+2015-2017, U+201A-201B, U+201E-2021, U+2027-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215",
    },
  ],
});

/**
 * Only some paragraphs need it, so it does not compete with the first paint. When it comes late, the page that is being
 * read stays as it is: nothing moves, and the next page has it.
 */
export const newsreaderItalic = localFont({
  src: "../fonts/newsreader-italic.woff2",
  variable: "--font-newsreader-italic",
  weight: "400",
  style: "italic",
  display: "optional",
  preload: false,
  adjustFontFallback: "Times New Roman",
});

export const newsreaderItalicMore = localFont({
  src: "../fonts/newsreader-italic-more.woff2",
  variable: "--font-newsreader-italic-more",
  weight: "400",
  style: "italic",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+A1-B6, U+B8-FF, U+102, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+300-301, U+303-304, U+308, U+329, U+2010-2012, U+2015-2017, U+201A-201B, U+201E-2021, U+2027-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215",
    },
  ],
});
