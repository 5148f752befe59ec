"use client";
import { DndContext, MouseSensor, TouchSensor, useSensor, useSensors, type DragEndEvent } from "@dnd-kit/core";
import { useState, type ReactElement } from "react";
import type { GridDay } from "@/lib/articles/month-grid";
import type { PlacedEntry } from "./calendar-entry";
import { DayList } from "./day-list";
import { MonthWeeks } from "./month-weeks";
import { MoveDialog } from "./move-dialog";
import { useMoves, type MoveAction } from "./use-moves";

type MonthCalendarProps = {
  weeks: GridDay[][];
  entries: PlacedEntry[];
  timeZone: string;
  /** Of the site's calendar: "2026-11-24". */
  today: string;
  /** Null for who does not say when articles appear. */
  move: MoveAction | null;
};

/** A month of what appears and ends. Dragging keeps the time of day; the menu of an entry changes both. */
export function MonthCalendar({ weeks, entries: given, timeZone, today, move }: MonthCalendarProps): ReactElement {
  const [asked, setAsked] = useState<PlacedEntry | null>(null);
  const { entries, toDay } = useMoves(given, timeZone, move);
  const byDay = Map.groupBy(entries, ({ day }) => day);
  const shown = { weeks, byDay, timeZone, today, onMove: move && setAsked };
  // A press that does not move stays a press: links and menus go on working.
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 6 } }),
  );
  const drop = ({ active, over }: DragEndEvent): void => {
    const entry = (active.data.current as { entry?: PlacedEntry } | undefined)?.entry;
    if (entry && over) toDay(entry, String(over.id));
  };
  return (
    <>
      <div className="md:hidden">
        <DayList {...shown} />
      </div>
      <div className="md:block hidden">
        {/* The id keeps what the server and the browser write alike. */}
        <DndContext id="calendar" sensors={sensors} onDragEnd={drop}>
          <MonthWeeks {...shown} />
        </DndContext>
      </div>
      {move && (
        <MoveDialog
          entry={asked}
          timeZone={timeZone}
          move={move}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}
