import type { ReactNode } from "react";
import type { HelplineView } from "@/lib/helplines/types";
import type { MediaView } from "@/lib/media/types";
import type { NumberedReferences } from "@/lib/richtext/references";

/** What the page knows and the document does not. */
export type RenderContext = {
  /** By MediaView.id. A picture that is not in it is left out. */
  media: ReadonlyMap<number, MediaView>;
  /** Of the very document that is rendered (numberReferences). */
  references: NumberedReferences;
  helplines: readonly HelplineView[];
  /** What the block for the contact address shows. */
  contact: ReactNode;
  /** What stands after the top-level block with this index (adPositions). */
  adAfter?: ReadonlyMap<number, ReactNode>;
};
