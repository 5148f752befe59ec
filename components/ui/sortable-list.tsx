"use client";
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from "@dnd-kit/core";
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useId, type ReactElement, type ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";

type SortableListProps<Item> = {
  /** What the list holds, read out. */
  label: string;
  items: readonly Item[];
  idOf: (item: Item) => string;
  /** How an item is called when it is moved. */
  nameOf: (item: Item) => string;
  onChange: (items: Item[]) => void;
  children: (item: Item, index: number) => ReactNode;
};

/** A list whose order is changed by dragging, by keyboard (Space, arrow keys, Space), or with two buttons a row. */
export function SortableList<Item>(props: SortableListProps<Item>): ReactElement {
  const { label, items, idOf, nameOf, onChange, children } = props;
  const contextId = useId();
  const sensors = useSensors(
    useSensor(PointerSensor),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = items.map(idOf);
  const move = (from: number, to: number): void => {
    if (from >= 0 && to >= 0 && to < items.length) onChange(arrayMove([...items], from, to));
  };
  const drop = ({ active, over }: DragEndEvent): void => {
    if (over && active.id !== over.id) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext
      id={contextId}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements: announcementsFor(items, idOf, nameOf) }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol aria-label={label} className="gap-2 grid">
          {items.map((item, index) => (
            <SortableRow
              key={idOf(item)}
              id={idOf(item)}
              name={nameOf(item)}
              onMove={(step) => {
                move(index, index + step);
              }}
              isFirst={index === 0}
              isLast={index === items.length - 1}
            >
              {children(item, index)}
            </SortableRow>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

type RowProps = {
  id: string;
  name: string;
  onMove: (step: 1 | -1) => void;
  isFirst: boolean;
  isLast: boolean;
  children: ReactNode;
};

function SortableRow({ id, name, onMove, isFirst, isLast, children }: RowProps): ReactElement {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  });
  const moved = transform ? { transform: `translate3d(0, ${String(Math.round(transform.y))}px, 0)` } : {};
  return (
    <li
      ref={setNodeRef}
      style={{ ...moved, transition }}
      className={classNames(
        "gap-1 rounded-md border-line bg-raised p-1.5 flex items-start border",
        isDragging && "shadow-raised relative z-10",
      )}
    >
      <button
        {...attributes}
        {...listeners}
        ref={setActivatorNodeRef}
        type="button"
        aria-label={`Move ${name}`}
        className="rounded p-2 text-quiet hover:bg-sunken cursor-grab touch-none"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <div className="min-w-0 py-1 flex-1">{children}</div>
      <Button
        look="quiet"
        size="icon"
        aria-label={`Move ${name} up`}
        disabled={isFirst}
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
        disabled={isLast}
        onClick={() => {
          onMove(1);
        }}
      >
        <ArrowDown aria-hidden />
      </Button>
    </li>
  );
}

function announcementsFor<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  nameOf: (item: Item) => string,
): Announcements {
  const placeOf = (id: string | number): string =>
    `place ${String(items.findIndex((item) => idOf(item) === id) + 1)} of ${String(items.length)}`;
  const name = (id: string | number): string => {
    const item = items.find((candidate) => idOf(candidate) === id);
    return item ? nameOf(item) : "The entry";
  };
  return {
    onDragStart: ({ active }) => `${name(active.id)} is picked up, ${placeOf(active.id)}.`,
    onDragOver: ({ active, over }) => (over ? `${name(active.id)} is over ${placeOf(over.id)}.` : undefined),
    onDragEnd: ({ active, over }) => (over ? `${name(active.id)} is put down at ${placeOf(over.id)}.` : undefined),
    onDragCancel: ({ active }) => `${name(active.id)} is back at ${placeOf(active.id)}.`,
  };
}
