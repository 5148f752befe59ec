import type { CalloutNode } from "./schema";

/** The tone in words, because colour alone would not reach everybody. */
export const calloutNames: Record<CalloutNode["attrs"]["tone"], string> = {
  note: "Note",
  tip: "Tip",
  caution: "Caution",
};
