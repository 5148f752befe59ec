/** What the slash menu and the Insert button offer. */
import type { Editor, Range } from "@tiptap/core";
import { imageFrom, galleryFrom } from "./schema/pictures";
import type { EditorFeatures, EditorSession } from "./session";
import type { SlashEntry } from "./slash-state";

export type SlashItem = SlashEntry & {
  /** Other words that people look for. */
  keywords: string;
  /** Null: everywhere. */
  only: EditorFeatures | null;
  run: (editor: Editor, session: EditorSession) => void;
};

const item = (
  [id, label, hint, keywords]: [string, string, string, string],
  run: SlashItem["run"],
  only: SlashItem["only"] = null,
): SlashItem => ({ id, label, hint, keywords, only, run });

export const slashItems: readonly SlashItem[] = [
  item(["paragraph", "Paragraph", "Plain text", "text normal body"], (editor) => {
    editor.chain().focus().clearNodes().run();
  }),
  ...([2, 3, 4] as const).map((level) =>
    item(
      [
        `heading-${String(level)}`,
        ["Heading", "Subheading", "Small heading"][level - 2] ?? "Heading",
        "#".repeat(level),
        `h${String(level)} title section`,
      ],
      (editor) => {
        editor.chain().focus().clearNodes().setNode("heading", { level }).run();
      },
    ),
  ),
  item(["bullet-list", "Bulleted list", "-", "ul unordered points"], (editor) => {
    editor.chain().focus().toggleList("bulletList", "listItem").run();
  }),
  item(["ordered-list", "Numbered list", "1.", "ol ordered steps"], (editor) => {
    editor.chain().focus().toggleList("orderedList", "listItem").run();
  }),
  item(["quote", "Quote", ">", "blockquote citation cite"], (editor) => {
    editor.chain().focus().toggleWrap("blockquote").run();
  }),
  item(
    ["callout", "Callout", "A box beside the text: note, tip or caution", "box note tip caution warning aside info"],
    (editor) => {
      editor.chain().focus().wrapIn("callout").run();
    },
  ),
  item(
    ["picture", "Picture", "From the library or your computer", "image photo figure media upload"],
    (editor, session) => {
      void insertPictures(editor, session, false);
    },
  ),
  item(["gallery", "Gallery", "Several pictures together", "images photos slideshow"], (editor, session) => {
    void insertPictures(editor, session, true);
  }),
  item(["table", "Table", "Three columns with a header row", "grid rows columns cells"], (editor) => {
    editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
  }),
  item(
    ["embed", "Video or audio", "YouTube, Vimeo or Spotify", "embed youtube vimeo spotify podcast film"],
    (_editor, session) => {
      session.dialog.set({ kind: "embed", found: null });
    },
  ),
  item(
    ["reference", "Reference mark", "A number that leads to the reference list", "citation footnote source doi"],
    (_editor, session) => {
      session.dialog.set({ kind: "reference" });
    },
  ),
  item(
    ["crisis-help", "Crisis help lines", "The checked help lines", "suicide emergency hotline phone helpline"],
    (editor) => {
      insertBlock(editor, "crisisHelp");
    },
  ),
  item(
    ["contact-address", "Contact address", "Safe from spam robots", "email address mail"],
    (editor) => {
      insertBlock(editor, "contactAddress");
    },
    "page",
  ),
  item(["rule", "Dividing line", "---", "hr horizontal rule separator break"], (editor) => {
    insertBlock(editor, "horizontalRule");
  }),
];

/** Items whose name, then whose other words match; each typed word has to. */
export function matchingItems(query: string, features: EditorFeatures): SlashItem[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const allowed = slashItems.filter(({ only }) => only === null || only === features);
  const rank = ({ label, keywords }: SlashItem): number => {
    const name = label.toLowerCase();
    if (words.every((word) => name.startsWith(word))) return 0;
    if (words.every((word) => name.includes(word))) return 1;
    return words.every((word) => `${name} ${keywords}`.includes(word)) ? 2 : 3;
  };
  return allowed.filter((one) => rank(one) < 3).sort((one, other) => rank(one) - rank(other));
}

/** Puts a block that has no words of its own behind the caret's block, or in its place when that is empty. */
export function insertBlock(editor: Editor, type: string, attrs: Record<string, unknown> = {}): void {
  insertJson(editor, { type, attrs });
}

function insertJson(editor: Editor, json: object): void {
  const { selection, schema } = editor.state;
  const node = schema.nodeFromJSON(json);
  const { $to } = selection;
  const depth = Math.min(1, $to.depth);
  const top = $to.node(depth);
  const isEmpty = depth === 1 && top.isTextblock && top.content.size === 0;
  const tr = editor.state.tr;
  const position = depth === 1 ? $to.after(1) : selection.to;
  if (isEmpty) tr.replaceWith($to.before(1), position, node);
  else tr.insert(position, node);
  const behind = (isEmpty ? $to.before(1) : position) + node.nodeSize;
  // Somewhere to go on writing.
  const paragraph = schema.nodes.paragraph;
  if (behind >= tr.doc.content.size && paragraph) tr.insert(behind, paragraph.create());
  editor.view.dispatch(tr);
  editor
    .chain()
    .focus(behind + 1)
    .scrollIntoView()
    .run();
}

async function insertPictures(editor: Editor, session: EditorSession, several: boolean): Promise<void> {
  const picked = await session.pictures.pick({ several });
  const [first] = picked;
  if (!first || editor.isDestroyed) return;
  for (const picture of picked) session.shelf.set(picture.id, picture);
  insertJson(editor, several ? galleryFrom(picked.map(imageFrom)) : imageFrom(first));
}

/** Takes the typed "/words" away. */
export function withoutSlashText(editor: Editor, range: Range): void {
  editor.chain().focus().deleteRange(range).run();
}
