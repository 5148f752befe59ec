"use client";
import { useEffect, useState } from "react";

type Lookup<Item> = (ids: readonly number[], signal: AbortSignal) => Promise<Item[]>;

export type Known<Item> = {
  find: (id: number) => Item | undefined;
  nameOf: (id: number) => string;
  add: (item: Item) => void;
};

/**
 * Names for the ids of the working copy: those that came with the page, those picked since, and (after a merge with
 * somebody else's change) those that have to be asked for.
 * @param lookup must stay the same function between renders
 */
export function useKnown<Item extends { id: number; name: string }>(
  given: readonly Item[],
  ids: readonly number[],
  lookup: Lookup<Item>,
): Known<Item> {
  const [more, setMore] = useState<readonly Item[]>([]);
  const [gone, setGone] = useState<readonly number[]>([]);
  const find = (id: number): Item | undefined =>
    given.find((item) => item.id === id) ?? more.find((item) => item.id === id);
  const unknown = ids.filter((id) => !find(id) && !gone.includes(id)).join(",");
  useEffect(() => {
    if (unknown === "") return;
    const abort = new AbortController();
    const asked = unknown.split(",").map(Number);
    lookup(asked, abort.signal).then(
      (items) => {
        const found = items.map(({ id }) => id);
        setMore((before) => [...before, ...items]);
        setGone((before) => [...before, ...asked.filter((id) => !found.includes(id))]);
      },
      // Without an answer the numbers stand there; the next change asks again.
      () => undefined,
    );
    return () => {
      abort.abort();
    };
  }, [unknown, lookup]);
  return {
    find,
    nameOf: (id) => find(id)?.name ?? (gone.includes(id) ? "No longer there" : `Number ${String(id)}`),
    add: (item) => {
      setMore((before) => [...before.filter(({ id }) => id !== item.id), item]);
    },
  };
}
