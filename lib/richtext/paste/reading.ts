/** What the readers of pasted HTML share. */
import { BlockFlow } from "./block-flow";
import type { Look } from "./inlines";
import type { PasteNotices } from "./notices";
import type { PasteNode } from "./paste-tree";
import type { PastedItem } from "./pasted";

export type Reading = {
  siteOrigin: string | undefined;
  notices: PasteNotices;
  /** Reads nodes into a flow: read-pasted.ts, handed on because its readers need it for what is in their elements. */
  read: (nodes: readonly PasteNode[], place: Place) => void;
};

/** Where the walk is: what the words look like and where they go. */
export type Place = { look: Look; flow: BlockFlow; reading: Reading };

/** The blocks of some nodes by themselves. */
export function itemsOf(nodes: readonly PasteNode[], look: Look, reading: Reading): PastedItem[] {
  const flow = new BlockFlow();
  reading.read(nodes, { look, flow, reading });
  return flow.finish();
}
