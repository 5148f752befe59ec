/** The words that each kind of block has beside its text, as fields of a dialog. Limits: lib/richtext/schema.ts. */
import { calloutTones } from "@/lib/richtext/schema";
import type { Words, WordsField } from "../parts/words-dialog";
import { toneNames } from "../schema/text-blocks";
import { attributeWords, wordsOrNull, type BlockFocus, type ToolKind } from "./block-focus";

type BlockWords = {
  title: string;
  fields: (focus: BlockFocus) => WordsField[];
  attributes: (words: Words) => Record<string, unknown>;
};

const line = (focus: BlockFocus, name: string, label: string, longest: number): WordsField => ({
  kind: "line",
  name,
  label,
  longest,
  value: attributeWords(focus.attrs, name),
});

const captionOnly = (title: string, longest: number): BlockWords => ({
  title,
  fields: (focus) => [line(focus, "caption", "Caption", longest)],
  attributes: ({ caption }) => ({ caption: wordsOrNull(caption) }),
});

export const blockWords: Record<ToolKind, BlockWords> = {
  table: captionOnly("Caption of the table", 300),
  gallery: captionOnly("Caption of the gallery", 600),
  image: {
    title: "Words for the picture",
    fields: (focus) => [
      {
        kind: "lines",
        name: "alt",
        label: "Alternative text",
        hint: "What the picture shows, for who does not see it.",
        longest: 500,
        value: attributeWords(focus.attrs, "alt"),
      },
      {
        kind: "check",
        name: "decorative",
        label: "Decorative",
        hint: "It says nothing that the text does not say. Screen readers skip it.",
        value: focus.attrs.decorative === true,
      },
      { ...line(focus, "caption", "Caption", 600), kind: "lines" } as WordsField,
      { ...line(focus, "credit", "Credit", 200), hint: "Left empty, the credit of the library is shown." },
    ],
    attributes: ({ alt = "", decorative, caption, credit }) => ({
      alt: decorative === "on" ? "" : alt,
      decorative: decorative === "on",
      caption: wordsOrNull(caption),
      credit: wordsOrNull(credit),
    }),
  },
  callout: {
    title: "Callout",
    fields: (focus) => [
      {
        kind: "choice",
        name: "tone",
        label: "Tone",
        value: attributeWords(focus.attrs, "tone"),
        options: calloutTones.map((tone) => ({ value: tone, label: toneNames[tone] })),
      },
      line(focus, "title", "Title", 120),
    ],
    attributes: ({ tone, title }) => ({
      tone: calloutTones.find((known) => known === tone) ?? "note",
      title: wordsOrNull(title),
    }),
  },
  blockquote: {
    title: "Who said it",
    fields: (focus) => [line(focus, "source", "Source", 300)],
    attributes: ({ source }) => ({ source: wordsOrNull(source) }),
  },
  embed: {
    title: "Title of the video or recording",
    fields: (focus) => [{ ...line(focus, "title", "Title", 200), required: "Give it a title" } as WordsField],
    attributes: ({ title }) => ({ title }),
  },
};
