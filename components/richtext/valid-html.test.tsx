import { HtmlValidate } from "html-validate";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { citationsSchema } from "@/lib/richtext/citation";
import { numberReferences } from "@/lib/richtext/references";
import { randomDocument } from "@/lib/richtext/testing/random-document";
import { withHeadingIds } from "@/lib/richtext/transforms/heading-ids";
import { ReferenceList } from "./reference-list";
import { RenderBlocks } from "./render-blocks";
import { contextFor } from "./testing/context";
import { helpline } from "@/lib/helplines/testing/helpline";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // React's way of writing, not a fault of the page.
    "no-inline-style": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attr-case": "off",
    "long-title": "off",
    // Random documents skip levels; withHeadingIds and the editor don't decide on levels.
    "heading-level": "off",
    // Numbers are written as the country writes them.
    "tel-non-breaking": "off",
  },
});

const helplines = ["US", "CA", "GB", "INTL"].map((region) => ({
  ...helpline(region.toLowerCase(), region),
  sms: { to: "85258", keyword: "SHOUT" },
  url: "https://line.example",
}));
const citations = citationsSchema.parse([
  { id: "a-2001", type: "article", title: "A", authors: ["Ames, A."], year: 2001, container: "J", doi: "10.1037/1" },
]);

function page(seed: number): string {
  const doc = withHeadingIds(randomDocument(seed));
  const references = numberReferences(doc);
  const body = renderToStaticMarkup(
    <main>
      <article>
        <h1>Headline</h1>
        <RenderBlocks doc={doc} context={contextFor(doc, { references, helplines })} />
        <ReferenceList references={references} citations={citations} />
      </article>
    </main>,
  );
  return `<!DOCTYPE html><html lang="en"><head><title>Page</title></head><body>${body}</body></html>`;
}

async function faultsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

describe("any document", () => {
  it("gives valid HTML", { timeout: 60_000 }, async () => {
    for (let seed = 0; seed < 40; seed += 1) expect(await faultsIn(page(seed)), `seed ${String(seed)}`).toEqual([]);
  });

  it("has every id once, and leads every link within the page somewhere", () => {
    let links = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const html = page(seed);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, target] of html.matchAll(/ (?:href="#|aria-labelledby=")([^"]+)"/g)) {
        // "#reference-1" is also one of the addresses in random text, whether or not there is a reference.
        if (target !== "reference-1") expect(ids).toContain(target);
        links += 1;
      }
    }
    expect(links).toBeGreaterThan(1000);
  });

  it("runs nothing of what the text says", () => {
    for (let seed = 0; seed < 100; seed += 1) expect(page(seed)).not.toMatch(/<script|javascript:|\son\w+=/i);
  });
});

it("the validator finds faults", async () => {
  const broken = page(1).replace("</h1>", '</h1><p id="a"><div id="a"></div></p><a href="/x"><a href="/y">z</a></a>');
  const rules = (await faultsIn(broken)).map((fault) => fault.split(":")[0]);
  expect(rules).toEqual(expect.arrayContaining(["no-dup-id", "element-permitted-content"]));
});
