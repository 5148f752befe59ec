import type { ReactElement } from "react";
import type { Graph } from "schema-dts";
import { printGraph } from "@/lib/seo/structured-data/print-graph";

/** What the page says to programs, in the words of schema.org. */
export function StructuredData({ graph }: { graph: Graph }): ReactElement {
  return (
    // eslint-disable-next-line no-restricted-syntax -- a data block, printed so that nothing in it can end the element
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: printGraph(graph) }} />
  );
}
