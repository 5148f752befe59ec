import type { ParagraphNode } from "../schema";
import { inlinesFrom, type Look, type Piece } from "./inlines";
import type { PastedItem } from "./pasted";
import { nestedLists, type WordListLine } from "./word-lists";

/** Collects blocks in reading order while the tree is walked: words gather to a line until something ends it. */
export class BlockFlow {
  private readonly items: PastedItem[] = [];
  private pieces: Piece[] = [];
  private wordLines: WordListLine[] = [];

  words(text: string, look: Look): void {
    if (!look.pre) {
      this.pieces.push({ text, look });
      return;
    }
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (index > 0) this.break();
      if (line !== "") this.pieces.push({ text: line, look });
    }
  }

  /** One is a line break, two in a row end the paragraph. */
  break(): void {
    if (this.pieces.at(-1) === "break") this.endLine();
    else this.pieces.push("break");
  }

  /** Makes a paragraph of the words since the last end; none when there are no words. */
  endLine(): void {
    const content = inlinesFrom(this.pieces);
    this.pieces = [];
    if (content.length > 0) this.push({ type: "paragraph", content });
  }

  push(item: PastedItem): void {
    this.endLine();
    this.endWordList();
    this.items.push(item);
  }

  /** An item of one of Word's lists; it joins the lines before it. */
  pushWordLine(place: Omit<WordListLine, "words">, words: ParagraphNode): void {
    this.endLine();
    this.wordLines.push({ ...place, words });
  }

  /** Everything so far. */
  finish(): PastedItem[] {
    this.endLine();
    this.endWordList();
    return this.items;
  }

  private endWordList(): void {
    const lines = this.wordLines;
    this.wordLines = [];
    this.items.push(...nestedLists(lines));
  }
}
