/**
 * Reader pages are documents: nothing on them is a component in the browser. So they are turned into HTML once, here, and
 * Next makes only what is around them (styles, fonts, status). Had Next the whole page, it would write every element of it
 * three times: as data for the browser's router, from that data as HTML, and as data again inside of that HTML, two of
 * which are taken out of a finished page (./script-free.ts). That is most of the time that an uncached page takes. Their heads
 * come the same way, as elements that React moves up, and not from Next's metadata, which alone cost a fifth of a page.
 */
import type { ReactNode } from "react";

/** A request's. */
export type PageMarkup = {
  render: (page: ReactNode) => string;
  /** Of the request's page, when it has been rendered. */
  html: string | null;
};

/** What Next renders in the place of a page whose HTML is with its request. */
export const pageSlot = { name: "data-page-slot", html: '<div data-page-slot=""></div>' } as const;

/** @returns turns a page's tree of plain function components into HTML; the same for the whole life of the process */
export async function loadMarkup(): Promise<PageMarkup["render"]> {
  // React decides at its first import, by NODE_ENV, how much it checks.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup;
}

/** What React writes before a page's own HTML, wherever it was rendered: what belongs into the head. */
const headElements = /^(?:<(?:link|meta)\b[^>]*>|<title>[^<]*<\/title>)*/;

/**
 * @param shell what Next rendered
 * @returns the shell with the page in its place, if it has one
 */
export function withPage(shell: string, { html }: Pick<PageMarkup, "html">): string {
  if (html === null) return shell;
  const [head = ""] = headElements.exec(html) ?? [];
  // Functions: in a text `$&` would mean something.
  return shell.replace("</head>", () => `${head}</head>`).replace(pageSlot.html, () => html.slice(head.length));
}
