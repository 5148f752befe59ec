/** Blocks without words of their own: help lines, the contact address, embeds and rules. */
import { InputRule, Node, type NodeConfig } from "@tiptap/core";
import { embedProvidersByName } from "@/lib/richtext/embed-providers";
import { embedProviders, type EmbedNode } from "@/lib/richtext/schema";
import { dataAttribute, wordsFrom } from "./attributes";

function printedBlock(name: string, label: string, note: string): NodeConfig {
  return {
    name,
    group: "block",
    atom: true,
    draggable: true,
    parseHTML: () => [{ tag: `div[data-block="${name}"]` }],
    renderHTML: () => ["div", { "data-block": name, class: "rte-box" }, ["strong", label], ["span", note]],
  };
}

export const CrisisHelp = Node.create(
  printedBlock("crisisHelp", "Crisis help lines", "The checked help lines of every country are printed here."),
);

export const ContactAddress = Node.create(
  printedBlock(
    "contactAddress",
    "Contact address",
    "The address of the settings is printed here, safe from spam robots.",
  ),
);

export const HorizontalRule = Node.create({
  name: "horizontalRule",
  group: "block",
  atom: true,
  parseHTML: () => [{ tag: "hr" }],
  renderHTML: () => ["hr"],
  addInputRules() {
    return [
      new InputRule({
        find: /^(?:---|—-|\*\*\*)$/,
        handler: ({ state, range }) => {
          const $start = state.doc.resolve(range.from);
          if ($start.depth !== 1) return null;
          const paragraph = state.schema.nodes.paragraph?.create();
          if (!paragraph) return null;
          // The caret goes on below the rule, in the paragraph in which --- was typed.
          state.tr.delete(range.from, range.to).insert($start.before(), this.type.create());
          return undefined;
        },
      }),
    ];
  },
});

const externalId = /^[\w/-]{1,100}$/;

export const Embed = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      provider: { default: "youtube", renderHTML: ({ provider }) => dataAttribute("provider", provider) },
      externalId: { default: "unknown", renderHTML: (given) => dataAttribute("externalId", given.externalId) },
      title: { default: "Untitled", renderHTML: ({ title }) => dataAttribute("title", title) },
    };
  },
  parseHTML() {
    return [
      {
        tag: 'div[data-block="embed"]',
        getAttrs: (element) => {
          const provider = embedProviders.find((name) => name === element.dataset.provider);
          const id = element.dataset.externalId ?? "";
          if (!provider || !externalId.test(id)) return false;
          return { provider, externalId: id, title: wordsFrom(element, "title", 200) || "Untitled" };
        },
      },
    ];
  },
  renderHTML({ node, HTMLAttributes }) {
    const { provider, title } = node.attrs as EmbedNode["attrs"];
    const { name, kind } = embedProvidersByName[provider];
    return [
      "div",
      { ...HTMLAttributes, "data-block": "embed", class: "rte-box" },
      ["strong", title],
      ["span", `${name} ${kind}. Nothing is loaded from ${name} before the reader asks.`],
    ];
  },
});
