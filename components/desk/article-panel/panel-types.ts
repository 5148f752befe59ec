/** What the side panel of the article editor is given, and what it gives back. */
import type { WorkingCopy } from "@/lib/articles/schema";
import type { PickedMedia } from "@/lib/media/types";

export type CategoryChoice = { id: number; name: string; slug: string; parentId: number | null };
export type PersonChoice = {
  id: number;
  name: string;
  slug: string;
  kind: "person" | "desk";
  credentials: string | null;
};
export type TagChoice = { id: number; name: string; slug: string };

export type PanelChoices = {
  /** All of them, in their order. */
  categories: readonly CategoryChoice[];
  /** Those in use by this copy at least; others are searched for. */
  people: readonly PersonChoice[];
  /** Those in use by this copy at least. */
  tags: readonly TagChoice[];
};

export type PanelSite = {
  /** Absolute address without a slash at its end. */
  url: string;
  name: string;
  /** IANA name; dates are read and written in it. */
  timeZone: string;
};

export type ArticlePanelProps = {
  /** The only truth: what is shown comes from here, but for what is typed and not valid yet. */
  copy: WorkingCopy;
  /** Every valid edit, at once. */
  onChange: (patch: Partial<WorkingCopy>) => void;
  editable: boolean;
  choices: PanelChoices;
  /** The picture of `copy.coverId`. */
  cover: PickedMedia | null;
  /** Tells the picture that belongs to a `coverId` sent by `onChange`, or the same picture after its focal point moved. */
  onCoverChange: (media: PickedMedia | null) => void;
  /** Keys of the reference marks in the order of first use in the text. */
  usedReferenceKeys: readonly string[];
  /** Puts a mark at the caret. The work is in `copy.citations` by then, or in the patch sent right before. */
  onInsertReference: (key: string) => void;
  site: PanelSite;
  /** Readers see this article now, or have seen it: its address has to keep leading somewhere. */
  published: boolean;
  /** Problems by field path ("slug", "citations.0.doi"): of saving, or of publishing. */
  problems: Record<string, string[]>;
};
