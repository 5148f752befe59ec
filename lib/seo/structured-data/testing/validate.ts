/** Checks the structured data of a page against schema.org and the rules of Google's rich results, without a network. */
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";
import { checkRanges, type Node } from "./check-ranges";
import { asJsonLd, readVocabulary } from "./vocabulary";

const vocabulary = readVocabulary();

/** The graphs in a page's HTML. */
export function readGraphs(html: string): Node[][] {
  const blocks = html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
  return [...blocks].map(([, text = ""]) => (JSON.parse(text) as { "@graph": Node[] })["@graph"]);
}

/**
 * Everything that is wrong with the structured data of a page: unknown types and properties, values of the wrong kind,
 * references to nothing, and what Google asks of breadcrumbs, pictures, organisations and people.
 */
export async function faultsOfPage(html: string): Promise<string[]> {
  const extracted = new WebAutoExtractor({ addLocation: true, embedSource: [] }).parse(html);
  const issues = await new Validator(asJsonLd(vocabulary)).validate(extracted);
  return [
    ...issues.map(({ severity, issueMessage, path }) => `${severity}: ${issueMessage} ${JSON.stringify(path)}`),
    ...readGraphs(html).flatMap((graph) => checkRanges(vocabulary, graph)),
  ];
}

/** A page that holds nothing but a graph. */
export function pageWith(printed: string): string {
  return `<!doctype html><html lang="en"><head><title>x</title></head><body><script type="application/ld+json">${printed}</script></body></html>`;
}
