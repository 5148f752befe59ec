/** Somebody at a screen: types, and sees what the controller puts there. */
import type { WorkingCopy } from "@/lib/articles/schema";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { AutosaveController } from "../autosave-controller";
import type { AutosaveOptions } from "../autosave-types";
import { MemoryStore } from "./memory-store";

export class Writer {
  screen: WorkingCopy;
  readonly store = new MemoryStore();
  readonly controller: AutosaveController;

  constructor(
    base: { version: number; copy: WorkingCopy },
    given: Pick<AutosaveOptions, "transport" | "sessionKey"> & Partial<AutosaveOptions>,
  ) {
    this.screen = base.copy;
    this.controller = new AutosaveController({
      base,
      screen: {
        read: () => this.screen,
        replace: (copy) => {
          this.screen = copy;
          // An editor tells of every change, whoever made it.
          this.controller.hint();
        },
      },
      store: this.store,
      random: () => 0.5,
      ...given,
    });
  }

  edit(patch: Partial<WorkingCopy>): void {
    this.screen = { ...this.screen, ...patch };
    this.controller.hint();
  }

  get status() {
    return this.controller.getSnapshot().status;
  }
}

/** Adds words to the end of a paragraph, or a paragraph at the end. */
export function typed(body: RichTextDocument, index: number, words: string): RichTextDocument {
  const content = [...body.content];
  const block = content[index];
  if (block?.type === "paragraph") {
    content[index] = { ...block, content: [...(block.content ?? []), { type: "text", text: ` ${words}` }] };
  } else content.push({ type: "paragraph", content: [{ type: "text", text: words }] });
  return { type: "doc", content };
}
