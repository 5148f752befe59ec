import { Node } from "@tiptap/core";
import type { NodeViewRenderer } from "@tiptap/core";
import { referenceKeySchema, type ReferenceNode } from "@/lib/richtext/schema";
import type { ReferenceNumbers } from "./reference-numbers";

export type ReferenceOptions = { numbers: ReferenceNumbers | null };

/** A numbered reference mark. Its number is written by ReferenceNumbers, not while somebody types. */
export const Reference = Node.create<ReferenceOptions>({
  name: "reference",
  group: "inline",
  inline: true,
  atom: true,
  addOptions: () => ({ numbers: null }),
  addAttributes() {
    return { key: { default: "unknown", renderHTML: ({ key }) => ({ "data-reference": String(key) }) } };
  },
  parseHTML() {
    return [
      {
        tag: "sup[data-reference]",
        getAttrs: (element) => {
          const key = referenceKeySchema.safeParse(element.dataset.reference);
          return key.success ? { key: key.data } : false;
        },
      },
    ];
  },
  renderHTML: ({ HTMLAttributes }) => ["sup", HTMLAttributes, "[ref]"],
  addNodeView(): NodeViewRenderer | null {
    const { numbers } = this.options;
    if (!numbers) return null;
    return ({ node }) => {
      const { key } = node.attrs as ReferenceNode["attrs"];
      const dom = document.createElement("sup");
      dom.className = "rte-reference";
      dom.dataset.reference = key;
      const forget = numbers.watch(key, dom);
      return { dom, destroy: forget, ignoreMutation: () => true };
    };
  },
});
