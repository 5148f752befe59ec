import type { Graph } from "schema-dts";
import { expect, it } from "vitest";
import { printGraph } from "./print-graph";

it("leaves nothing that ends the element, opens a comment or breaks a line, and means the same", () => {
  const name = "</script><!-- <script> \u2028\u2029 & 'quotes' \"double\" 心理 🧠";
  const graph: Graph = { "@context": "https://schema.org", "@graph": [{ "@type": "WebSite", name }] };
  const printed = printGraph(graph);
  expect(printed).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(printed)).toEqual(graph);
});
