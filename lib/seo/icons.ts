/** The site's sign as files under public/, drawn from public/icon.svg by `npm run icons` (lib/cli/draw-icons.ts). */

import { paper } from "@/lib/site-colours";

export type IconFile = {
  path: string;
  /** Width and height in pixels. */
  size: number;
  /** Share of the width that the sign takes. */
  share: number;
  /** Colour behind the sign; null for none. */
  ground: string | null;
};

export const vectorIcon = { path: "/icon.svg" } as const;
/** For browsers that take no SVG, and for whoever asks for this address without having read a page. */
export const smallIcon: IconFile = { path: "/favicon.ico", size: 32, share: 1, ground: null };
/** iOS fills transparent parts with black and cuts round corners itself. */
export const appleIcon: IconFile = { path: "/apple-touch-icon.png", size: 180, share: 0.76, ground: paper.light };
export const appIcons: readonly IconFile[] = [
  { path: "/icons/icon-192.png", size: 192, share: 1, ground: null },
  { path: "/icons/icon-512.png", size: 512, share: 1, ground: null },
];
/** Launchers cut any shape out of it, but never into the middle 80 % (w3c.github.io/manifest, "Icon masks and safe zone"). */
export const maskableIcon: IconFile = { path: "/icons/maskable-512.png", size: 512, share: 0.6, ground: paper.light };
/** The publisher's logo; on paper, since it has to look right on white and on black. */
export const logo: IconFile = { path: "/icons/logo-512.png", size: 512, share: 0.76, ground: paper.light };

export const drawnIcons: readonly IconFile[] = [smallIcon, appleIcon, ...appIcons, maskableIcon, logo];
