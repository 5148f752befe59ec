/** Shows where the stored body has blocks that this version of the code does not know. */
import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { UnknownBlock } from "@/lib/richtext/parse";
import { positionOfBlock } from "../block-index";

/** @param unknown as parseDocument told them, in ascending order of `index` */
export const UnknownBlockBoxes = Extension.create<{ unknown: readonly UnknownBlock[] }>({
  name: "unknownBlockBoxes",
  addOptions: () => ({ unknown: [] }),
  addProseMirrorPlugins() {
    const { unknown } = this.options;
    if (unknown.length === 0) return [];
    const key = new PluginKey<DecorationSet>("unknownBlockBoxes");
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) =>
            DecorationSet.create(
              doc,
              // The document has only the known blocks: those before it, less the unknown ones before it.
              unknown.map((block, before) =>
                Decoration.widget(positionOfBlock(doc, block.index - before), () => box(block), { side: -1 }),
              ),
            ),
          apply: (tr, boxes) => (tr.docChanged ? boxes.map(tr.mapping, tr.doc) : boxes),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

function box({ type, reason }: UnknownBlock): HTMLElement {
  const element = document.createElement("div");
  element.className = "rte-box rte-box--unknown";
  element.contentEditable = "false";
  element.setAttribute("role", "note");
  const name = document.createElement("strong");
  name.textContent = type === "" ? "A block without a type" : `A block that can't be shown here: ${type}`;
  const words = document.createElement("span");
  words.textContent = `Readers don't see it. It stays in earlier versions, but saving this text leaves it out. (${reason})`;
  element.append(name, words);
  return element;
}
