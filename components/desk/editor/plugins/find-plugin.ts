/** Find and replace: what is looked for, where it stands, and its highlights. */
import { Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { findMatches, matchFrom, type FindQuery, type Match } from "../find-matches";

export type FindState = {
  query: FindQuery | null;
  matches: readonly Match[];
  /** Index in `matches`, -1 when there is none. */
  current: number;
  decorations: DecorationSet;
  /** The text changed since `matches` was counted; places are only moved along until the next count. */
  stale: boolean;
};

type FindMeta = { query?: FindQuery | null; current?: number; recount?: boolean };

const key = new PluginKey<FindState>("find");
const nothing: FindState = { query: null, matches: [], current: -1, decorations: DecorationSet.empty, stale: false };

/** Most highlights at a time, around the current match: thousands of elements would slow down typing. */
const mostHighlights = 400;
/** Milliseconds without typing before matches are counted again. */
const recountDelay = 200;

export function findState(state: EditorState): FindState {
  return key.getState(state) ?? nothing;
}

export const Find = Extension.create({
  name: "find",
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: { init: () => nothing, apply: (tr, before) => nextState(tr, before) },
      props: { decorations: (state) => findState(state).decorations },
      view: () => recounting(),
    }),
  ],
});

function recounting() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    update(view: EditorView): void {
      if (!findState(view.state).stale) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        view.dispatch(view.state.tr.setMeta(key, { recount: true } satisfies FindMeta));
      }, recountDelay);
    },
    destroy(): void {
      clearTimeout(timer);
    },
  };
}

function nextState(tr: Transaction, before: FindState): FindState {
  const meta = (tr.getMeta(key) as FindMeta | undefined) ?? {};
  const query = meta.query === undefined ? before.query : meta.query;
  if (!query) return nothing;
  if (meta.query !== undefined || meta.recount) {
    const matches = findMatches(tr.doc, query);
    const near = meta.recount ? placeOf(before, tr) : tr.selection.from;
    return withHighlights(tr, { query, matches, current: matchFrom(matches, near) });
  }
  if (tr.docChanged) return moved(tr, before);
  return meta.current === undefined ? before : withHighlights(tr, { ...before, current: meta.current });
}

function moved(tr: Transaction, before: FindState): FindState {
  const matches = before.matches.map(({ from, to }) => ({ from: tr.mapping.map(from), to: tr.mapping.map(to, -1) }));
  return { ...before, matches, decorations: before.decorations.map(tr.mapping, tr.doc), stale: true };
}

function placeOf({ matches, current }: FindState, tr: Transaction): number {
  return matches[current]?.from ?? tr.selection.from;
}

function withHighlights(tr: Transaction, found: Pick<FindState, "query" | "matches" | "current">): FindState {
  const first = Math.max(0, found.current - mostHighlights / 2);
  const decorations = found.matches.slice(first, first + mostHighlights).map(({ from, to }, index) => {
    const isCurrent = first + index === found.current;
    return Decoration.inline(from, to, { class: isCurrent ? "rte-match rte-match--current" : "rte-match" });
  });
  return { ...found, decorations: DecorationSet.create(tr.doc, decorations), stale: false };
}

/** Begins to look for something, or with null stops. */
export function find(view: EditorView, query: FindQuery | null): void {
  view.dispatch(view.state.tr.setMeta(key, { query } satisfies FindMeta));
  if (query) reveal(view);
}

/** Goes on to the next match or back to the one before, around the ends. */
export function goToMatch(view: EditorView, step: 1 | -1): void {
  const { matches, current } = findState(view.state);
  if (matches.length === 0) return;
  const next = (current + step + matches.length) % matches.length;
  view.dispatch(view.state.tr.setMeta(key, { current: next } satisfies FindMeta));
  reveal(view);
}

/** Selects the current match, which also scrolls to it. */
function reveal(view: EditorView): void {
  const { matches, current } = findState(view.state);
  const match = matches[current];
  if (!match) return;
  const { tr, doc } = view.state;
  view.dispatch(tr.setSelection(TextSelection.create(doc, match.from, match.to)));
  const { node } = view.domAtPos(match.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "center" });
}

/** Replaces the current match of `query` and goes to the next one. */
export function replaceMatch(view: EditorView, query: FindQuery, replacement: string): void {
  // Somebody who types fast replaces before the search has caught up.
  if (!isSame(findState(view.state).query, query) || findState(view.state).stale) find(view, query);
  const { matches, current } = findState(view.state);
  const match = matches[current];
  if (!match) return;
  const tr = replaced(closeHistory(view.state.tr), [match], replacement);
  tr.setSelection(TextSelection.near(tr.doc.resolve(match.from + replacement.length)));
  view.dispatch(tr.setMeta(key, { query } satisfies FindMeta));
  reveal(view);
}

function isSame(one: FindQuery | null, other: FindQuery): boolean {
  return one?.text === other.text && one.matchCase === other.matchCase && one.wholeWord === other.wholeWord;
}

/** Replaces every match in one undo step. @returns how many */
export function replaceAllMatches(view: EditorView, query: FindQuery, replacement: string): number {
  const matches = findMatches(view.state.doc, query);
  if (matches.length === 0) return 0;
  const tr = replaced(closeHistory(view.state.tr), matches, replacement);
  view.dispatch(tr.setMeta(key, { query } satisfies FindMeta));
  // What is typed next is another step.
  view.dispatch(closeHistory(view.state.tr));
  return matches.length;
}

/** From the end, so that earlier places stay right. The new words look like the first letter of the old ones. */
function replaced(tr: Transaction, matches: readonly Match[], replacement: string): Transaction {
  for (const { from, to } of [...matches].reverse()) {
    const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
    if (replacement === "") tr.delete(from, to);
    else tr.replaceWith(from, to, tr.doc.type.schema.text(replacement, marks));
  }
  return tr;
}
