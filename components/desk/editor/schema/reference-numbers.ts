import type { Node as EditorNode } from "@tiptap/pm/model";

export type CitationLabel = { id: string; label: string };

/** Writes the numbers of the reference marks: by the order in which the reader meets their keys, as on the site. */
export class ReferenceNumbers {
  private numbers = new Map<string, number>();
  private labels = new Map<string, string>();
  private readonly marks = new Map<HTMLElement, string>();

  /** The works that can be referred to. A mark whose work is gone says so. */
  setCitations(citations: readonly CitationLabel[]): void {
    this.labels = new Map(citations.map(({ id, label }) => [id, label]));
    this.writeAll();
  }

  /** Keeps the words of `element` right. @returns what ends it */
  watch(key: string, element: HTMLElement): () => void {
    this.marks.set(element, key);
    this.write(element, key);
    return () => {
      this.marks.delete(element);
    };
  }

  /** Counts again. Walks over the whole text, so it is called when the typing pauses. */
  recount(doc: EditorNode): void {
    const numbers = new Map<string, number>();
    doc.descendants((node) => {
      if (node.type.name === "reference") {
        const key = String(node.attrs.key);
        if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
      }
      return !node.isTextblock || node.childCount > 0;
    });
    this.numbers = numbers;
    this.writeAll();
  }

  private writeAll(): void {
    for (const [element, key] of this.marks) this.write(element, key);
  }

  private write(element: HTMLElement, key: string): void {
    const label = this.labels.get(key);
    const text = `[${String(this.numbers.get(key) ?? "…")}]`;
    const title = label ?? `This work (${key}) is not in the reference list.`;
    if (element.textContent !== text) element.textContent = text;
    if (element.title !== title) element.title = title;
    element.classList.toggle("rte-reference--lost", label === undefined);
  }
}
