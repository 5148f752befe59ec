"use client";
import type { Editor } from "@tiptap/core";
import { useEffect, useId, type ReactElement } from "react";
import { classNames } from "@/components/ui/class-names";
import type { EditorSession } from "../session";
import { Floating } from "../toolbars/floating";
import { keepSelection } from "../toolbars/toolbar";
import { useObservable } from "../use-observable";

/** The list of blocks while somebody types "/words". The focus stays in the text, which names the active entry. */
export function SlashMenu({ editor, session }: { editor: Editor; session: EditorSession }): ReactElement | null {
  const state = useObservable(session.slash);
  const id = useId();
  const active = state && state.items.length > 0 ? `${id}-${String(state.active)}` : null;
  useEffect(() => {
    const text = editor.view.dom;
    if (active) {
      text.setAttribute("aria-controls", id);
      text.setAttribute("aria-activedescendant", active);
      document.getElementById(active)?.scrollIntoView({ block: "nearest" });
    }
    return () => {
      text.removeAttribute("aria-controls");
      text.removeAttribute("aria-activedescendant");
    };
  }, [editor, id, active]);
  if (!state) return null;
  return (
    <Floating rect={state.rect} place={state.query} context={editor.view.dom} placement="bottom-start" className="w-72">
      <p className="sr-only" role="status">
        {state.items.length === 1 ? "One block" : `${String(state.items.length)} blocks`}
      </p>
      {state.items.length === 0 && <p className="px-3 py-2 text-sm text-quiet">No block is called that.</p>}
      <ul id={id} role="listbox" aria-label="Blocks" tabIndex={0} className="max-h-72 p-1 overflow-y-auto">
        {state.items.map((item, index) => (
          <li
            key={item.id}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === state.active}
            onMouseDown={keepSelection}
            onClick={() => {
              state.choose(index);
            }}
            className={classNames("rounded px-2.5 py-1.5 cursor-pointer", index === state.active && "bg-sunken")}
          >
            <span className="font-semibold block">{item.label}</span>
            <span className="text-sm text-quiet block">{item.hint}</span>
          </li>
        ))}
      </ul>
    </Floating>
  );
}
