"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { moved } from "./order";

type PickedListProps = {
  ids: readonly number[];
  nameOf: (id: number) => string;
  detailOf?: (id: number) => ReactNode;
  onChange: (ids: number[]) => void;
  /** The button that adds to the list. */
  children: ReactNode;
};

/** What was chosen, in an order that means something: each can be moved and taken away. Keeps the focus where one works. */
export function PickedList({ ids, nameOf, detailOf, onChange, children }: PickedListProps): ReactElement {
  const { box, focusAfter } = useFocusAfter(ids);
  const [told, setTold] = useState("");
  const move = (id: number, index: number, step: 1 | -1): void => {
    const [same, other] = step === 1 ? ["down", "up"] : ["up", "down"];
    focusAfter([`data-${same}="${String(id)}"`, `data-${other}="${String(id)}"`]);
    setTold(`${nameOf(id)} is now number ${String(index + step + 1)} of ${String(ids.length)}.`);
    onChange(moved(ids, index, step));
  };
  const remove = (id: number, index: number): void => {
    const neighbour = ids[index + 1] ?? ids[index - 1];
    focusAfter([...(neighbour === undefined ? [] : [`data-remove="${String(neighbour)}"`]), "data-picker"]);
    setTold(`${nameOf(id)} was taken away.`);
    onChange(ids.filter((other) => other !== id));
  };
  return (
    <div ref={box} className="gap-2 grid">
      {ids.length > 0 && (
        <ol className="gap-1 grid">
          {ids.map((id, index) => (
            <PickedRow
              key={id}
              {...{ id, index }}
              name={nameOf(id)}
              detail={detailOf?.(id)}
              isLast={index === ids.length - 1}
              onMove={(step) => {
                move(id, index, step);
              }}
              onRemove={() => {
                remove(id, index);
              }}
            />
          ))}
        </ol>
      )}
      {children}
      <p role="status" className="sr-only">
        {told}
      </p>
    </div>
  );
}

/** Moving an element in the page takes its focus; this gives it back, to the first of the buttons that is there. */
function useFocusAfter(ids: readonly number[]) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<string[]>([]);
  useLayoutEffect(() => {
    const attributes = wanted.current;
    wanted.current = [];
    const found = attributes.map((name) => box.current?.querySelector<HTMLButtonElement>(`[${name}]:not(:disabled)`));
    found.find((button) => button)?.focus();
  }, [ids]);
  return {
    box,
    focusAfter: (attributes: string[]) => {
      wanted.current = attributes;
    },
  };
}

type PickedRowProps = {
  id: number;
  index: number;
  name: string;
  detail: ReactNode;
  isLast: boolean;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
};

function PickedRow({ id, index, name, detail, isLast, onMove, onRemove }: PickedRowProps): ReactElement {
  return (
    <li className="min-h-9 gap-0.5 rounded-md bg-sunken pl-2.5 flex items-center">
      <span className="min-w-0 py-1 flex-1 wrap-anywhere">
        {name} {detail && <span className="text-sm text-quiet">{detail}</span>}
      </span>
      <Button
        look="quiet"
        size="icon"
        aria-label={`Move ${name} up`}
        data-up={id}
        disabled={index === 0}
        onClick={() => {
          onMove(-1);
        }}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={`Move ${name} down`}
        data-down={id}
        disabled={isLast}
        onClick={() => {
          onMove(1);
        }}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button look="quiet" size="icon" aria-label={`Take ${name} away`} data-remove={id} onClick={onRemove}>
        <X aria-hidden />
      </Button>
    </li>
  );
}
