"use client";
import type { ReactElement } from "react";
import { Dialog } from "@/components/ui/dialog";

/** What the keys do. On Apple computers ⌘ stands for Ctrl. */
const groups: readonly { title: string; keys: readonly (readonly [keys: string, meaning: string])[] }[] = [
  {
    title: "Words",
    keys: [
      ["Ctrl+B", "Bold"],
      ["Ctrl+I", "Italic"],
      ["Ctrl+E", "Code"],
      ["Ctrl+Shift+K", "Link"],
      ["Shift+Enter", "Line break in a paragraph"],
    ],
  },
  {
    title: "Blocks",
    keys: [
      ["/", "Menu of all blocks"],
      ["Ctrl+Alt+2, 3, 4", "Heading, subheading, small heading"],
      ["Ctrl+Alt+0", "Plain paragraph"],
      ["Ctrl+Shift+8, 7", "Bulleted, numbered list"],
      ["Ctrl+Shift+B", "Quote"],
      ["Tab, Shift+Tab", "Deeper or less deep in a list; next or previous cell"],
      ["Alt+Shift+↑, ↓", "Move the block, list item or picture"],
    ],
  },
  {
    title: "Typed as Markdown",
    keys: [
      ["##, ###, ####", "Heading, subheading, small heading"],
      ["-, 1., >", "List, numbered list, quote"],
      ["**bold**, *italic*, `code`", "Marks"],
      ["[words](address)", "Link"],
      ["---", "Dividing line"],
    ],
  },
  {
    title: "Everything else",
    keys: [
      ["Ctrl+Z, Ctrl+Shift+Z", "Undo, redo; also after saving"],
      ["Ctrl+F", "Find and replace"],
      ["Ctrl+Shift+Enter", "Full screen"],
      ["Ctrl+Shift+V", "Paste as plain text"],
      ["Alt+F10, then arrows", "To the tools of the block; Escape comes back"],
      ["Ctrl+/", "This sheet"],
    ],
  },
];

export function HelpSheet({ onClose }: { onClose: () => void }): ReactElement {
  return (
    <Dialog open title="Keys of the editor" description="On a Mac, ⌘ stands for Ctrl." onOpenChange={onClose}>
      <div className="gap-6 sm:grid-cols-2 grid">
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="mb-1 font-semibold">{title}</h3>
            <dl className="gap-x-3 gap-y-1 text-sm grid grid-cols-[auto_1fr]">
              {keys.map(([key, meaning]) => (
                <div key={key} className="contents">
                  <dt>
                    <kbd className="rounded bg-sunken px-1.5 py-0.5">{key}</kbd>
                  </dt>
                  <dd className="text-quiet">{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
