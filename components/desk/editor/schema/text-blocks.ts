/** Headings, lists, quotes and callouts: blocks that hold words. */
import { Node, textblockTypeInputRule, wrappingInputRule } from "@tiptap/core";
import { calloutTones, type CalloutNode, type HeadingNode } from "@/lib/richtext/schema";
import { optionalWords } from "./attributes";

type Level = HeadingNode["attrs"]["level"];
export const headingLevels = [2, 3, 4] as const satisfies readonly Level[];

const headingId = /^[a-z0-9][a-z0-9-]{0,79}$/;

export const Heading = Node.create({
  name: "heading",
  content: "inline*",
  group: "block",
  defining: true,
  addAttributes() {
    return {
      level: { default: 2, rendered: false },
      // The second half of a heading is a new heading.
      id: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element: HTMLElement) => (headingId.test(element.id) ? element.id : null),
        renderHTML: (attributes) => (typeof attributes.id === "string" ? { id: attributes.id } : {}),
      },
    };
  },
  parseHTML: () => headingLevels.map((level) => ({ tag: `h${String(level)}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${String(node.attrs.level)}`, HTMLAttributes, 0],
  addKeyboardShortcuts() {
    const keys = headingLevels.map((level) => [
      `Mod-Alt-${String(level)}`,
      () => this.editor.commands.toggleNode(this.name, "paragraph", { level }),
    ]);
    return Object.fromEntries(keys) as Record<string, () => boolean>;
  },
  addInputRules() {
    return headingLevels.map((level) =>
      textblockTypeInputRule({
        // The page's own headline is the first level: # makes a heading of the second, like ##.
        find: level === 2 ? /^#{1,2}\s$/ : new RegExp(`^#{${String(level)}}\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
});

export const ListItem = Node.create({
  name: "listItem",
  content: "(paragraph | bulletList | orderedList)+",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

export const BulletList = Node.create({
  name: "bulletList",
  content: "listItem+",
  group: "block list",
  parseHTML: () => [{ tag: "ul" }],
  renderHTML: () => ["ul", 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-8": () => this.editor.commands.toggleList(this.name, "listItem") };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*([-+*])\s$/, type: this.type })];
  },
});

export const OrderedList = Node.create({
  name: "orderedList",
  content: "listItem+",
  group: "block list",
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element: HTMLElement) => startFrom(element.getAttribute("start")),
        renderHTML: (attributes) => (attributes.start === 1 ? {} : { start: String(attributes.start) }),
      },
    };
  },
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: ({ HTMLAttributes }) => ["ol", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-7": () => this.editor.commands.toggleList(this.name, "listItem") };
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,6})\.\s$/,
        type: this.type,
        getAttributes: (match) => ({ start: startFrom(match[1] ?? null) }),
        joinPredicate: (match, node) => node.childCount + Number(node.attrs.start) === startFrom(match[1] ?? null),
      }),
    ];
  },
});

function startFrom(text: string | null): number {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 1;
}

/** Who said it stands below the words; it is edited in the block's toolbar. */
export const Blockquote = Node.create({
  name: "blockquote",
  content: "paragraph+",
  group: "block",
  defining: true,
  addAttributes: () => ({ source: optionalWords("source", 300) }),
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-b": () => this.editor.commands.toggleWrap(this.name) };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
});

export const toneNames: Record<CalloutNode["attrs"]["tone"], string> = { note: "Note", tip: "Tip", caution: "Caution" };

export const Callout = Node.create({
  name: "callout",
  content: "(paragraph | bulletList | orderedList)+",
  group: "block",
  defining: true,
  addAttributes() {
    return {
      tone: {
        default: "note",
        parseHTML: (element: HTMLElement) => calloutTones.find((tone) => tone === element.dataset.tone) ?? "note",
        renderHTML: (attributes) => ({ "data-tone": String(attributes.tone) }),
      },
      title: optionalWords("title", 120),
    };
  },
  parseHTML: () => [{ tag: "aside[data-tone]" }],
  renderHTML({ node, HTMLAttributes }) {
    const { tone, title } = node.attrs as CalloutNode["attrs"];
    const label = title ? `${toneNames[tone]}: ${title}` : toneNames[tone];
    return ["aside", { ...HTMLAttributes, "data-label": label }, 0];
  },
});
