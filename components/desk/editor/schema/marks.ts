import { Mark, markInputRule, InputRule, type MarkConfig } from "@tiptap/core";
import { hrefFromTyped, safeHref } from "@/lib/richtext/link-address";

/** `code`, which may also be bold or a link: the stored body allows every combination. */
export const CodeMark = Mark.create({
  name: "code",
  code: true,
  exitable: true,
  parseHTML: () => [{ tag: "code" }],
  renderHTML: () => ["code", 0],
  addKeyboardShortcuts() {
    return { "Mod-e": () => this.editor.commands.toggleMark(this.name) };
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`(?!\s+`)((?:[^`]+))`(?!\s+`))$/, type: this.type })];
  },
} satisfies MarkConfig);

/** A link. Outermost of all marks (markOrder), so it comes first; writing goes on behind it without the link. */
export const LinkMark = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  exitable: true,
  addAttributes() {
    return { href: { default: "#" } };
  },
  parseHTML() {
    return [
      {
        tag: "a[href]",
        getAttrs: (element) => {
          const href = safeHref(element.getAttribute("href") ?? "");
          return href === null ? false : { href };
        },
      },
    ];
  },
  renderHTML: ({ HTMLAttributes }) => ["a", { href: String(HTMLAttributes.href), rel: "noopener nofollow" }, 0],
  addInputRules() {
    return [
      // Markdown: [words](address)
      new InputRule({
        find: /\[([^\][]+)\]\((\S+)\)$/,
        handler: ({ state, range, match }) => {
          const href = hrefFromTyped(match[2] ?? "");
          if (href === null) return null;
          const mark = this.type.create({ href });
          state.tr.replaceWith(range.from, range.to, state.schema.text(match[1] ?? "", [mark]));
          state.tr.removeStoredMark(this.type);
          return undefined;
        },
      }),
    ];
  },
});
