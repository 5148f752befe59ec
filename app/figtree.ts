/** Figtree for everything around the text, on the site and at the desk. Served from here (npm: @fontsource-variable). */
import localFont from "next/font/local";

export const figtree = localFont({
  src: "../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  variable: "--font-figtree",
  weight: "300 900",
  style: "normal",
  display: "swap",
  adjustFontFallback: "Arial",
});
