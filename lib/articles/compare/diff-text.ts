/** Two texts, word by word. */
import { stretches } from "./align";

export type TextPart = { kind: "same" | "removed" | "added"; text: string };

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Words, spaces and signs; joined they are the text again. Also cuts scripts that have no spaces. */
export function segments(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Same and removed parts joined are `before`, same and added parts joined are `after`. */
export function diffText(before: string, after: string): TextPart[] {
  const a = segments(before);
  const b = segments(after);
  const parts: TextPart[] = [];
  const add = (kind: TextPart["kind"], text: string): void => {
    const last = parts.at(-1);
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  for (const stretch of stretches(a, b)) {
    if (stretch.equal) add("same", a[stretch.a] ?? "");
    else {
      add("removed", a.slice(...stretch.a).join(""));
      add("added", b.slice(...stretch.b).join(""));
    }
  }
  return parts;
}
