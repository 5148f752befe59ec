/** /llms.txt (https://llmstxt.org): what the site is, and where programs find its articles as Markdown. Pure. */
import type { List, RootContent } from "mdast";
import { link, paragraph, text } from "@/lib/richtext/renditions/markdown-blocks";
import { writeMarkdown } from "@/lib/richtext/renditions/markdown";

export type LlmsLink = { title: string; url: string; note: string };
export type LlmsSection = { title: string; links: LlmsLink[] };

export type LlmsFile = {
  siteName: string;
  /** A line that says what the site is. */
  summary: string;
  /** A paragraph that says more. */
  about: string;
  /** Sections without links are left out. By the format, what stands under "Optional" may be skipped. */
  sections: LlmsSection[];
};

export function llmsText({ siteName, summary, about, sections }: LlmsFile): string {
  return writeMarkdown([
    { type: "heading", depth: 1, children: [text(siteName)] },
    { type: "blockquote", children: [paragraph(text(summary))] },
    paragraph(text(about)),
    ...sections.filter(({ links }) => links.length > 0).flatMap(sectionNodes),
  ]);
}

function sectionNodes({ title, links }: LlmsSection): RootContent[] {
  const list: List = {
    type: "list",
    spread: false,
    children: links.map(({ title: words, url, note }) => ({
      type: "listItem",
      children: [paragraph(link(url, words), ...(note === "" ? [] : [text(`: ${note}`)]))],
    })),
  };
  return [{ type: "heading", depth: 2, children: [text(title)] }, list];
}
