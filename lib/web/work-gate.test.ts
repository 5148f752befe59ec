import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WorkGate } from "./work-gate";

const limits = { atOnce: 2, queue: 4, patience: 1_000 };
let events: string[];
let gate: WorkGate;

const enter = (name: string, network: string | null = "a", canWait = true): (() => void) =>
  gate.enter({
    network,
    canWait,
    admitted: () => events.push(`${name} in`),
    refused: () => events.push(`${name} refused`),
  });

beforeEach(() => {
  vi.useFakeTimers();
  events = [];
  gate = new WorkGate(limits);
});

afterEach(() => {
  vi.useRealTimers();
});

describe("WorkGate", () => {
  it("lets so many in at once, the others in turn", () => {
    for (const name of ["1", "2", "3", "4"]) enter(name);
    expect(events).toEqual(["1 in", "2 in"]);
    expect([gate.underWay, gate.waiting]).toEqual([2, 2]);
    gate.leave();
    gate.leave();
    expect(events.slice(2)).toEqual(["3 in", "4 in"]);
    gate.leave();
    gate.leave();
    expect([gate.underWay, gate.waiting]).toEqual([0, 0]);
  });

  it("refuses at once when the queue is full, and later when it took too long", () => {
    for (const name of ["1", "2", "3", "4", "5", "6", "7"]) enter(name);
    expect(events).toEqual(["1 in", "2 in", "7 refused"]);
    vi.advanceTimersByTime(limits.patience);
    expect(events.slice(3)).toEqual(["3 refused", "4 refused", "5 refused", "6 refused"]);
    gate.leave();
    expect([gate.underWay, gate.waiting]).toEqual([1, 0]);
    vi.advanceTimersByTime(limits.patience);
    expect(events).toHaveLength(7);
  });

  it("forgets who leaves while waiting", () => {
    for (const name of ["1", "2"]) enter(name);
    const giveUp = enter("3");
    enter("4");
    giveUp();
    giveUp();
    gate.leave();
    expect(events.slice(2)).toEqual(["4 in"]);
    vi.advanceTimersByTime(limits.patience);
    expect(events).toHaveLength(3);
    expect([gate.underWay, gate.waiting]).toEqual([2, 0]);
  });

  it("lets networks take turns, so that a flood waits behind itself", () => {
    for (const name of ["a1", "a2", "a3", "a4", "a5"]) enter(name);
    enter("b1", "b");
    for (let count = 0; count < 4; count += 1) gate.leave();
    expect(events.slice(2)).toEqual(["a3 in", "b1 in", "a4 in", "a5 in"]);
  });

  it("takes a place from who has the most when the queue is full", () => {
    for (const name of ["a1", "a2", "a3", "a4", "a5", "a6"]) enter(name);
    enter("b1", "b");
    enter("c1", "c");
    expect(events.slice(2)).toEqual(["a6 refused", "a5 refused"]);
    // Now nobody has more than one above the others.
    enter("b2", "b");
    expect(events.slice(4)).toEqual(["b2 refused"]);
  });

  it("refuses what can't wait where it would queue, and takes nobody's place for it", () => {
    enter("1");
    enter("2", "a", false);
    enter("3", "b", false);
    expect(events).toEqual(["1 in", "2 in", "3 refused"]);
    for (const name of ["4", "5", "6", "7"]) enter(name);
    enter("front page", null, false);
    expect(events.slice(3)).toEqual(["front page refused"]);
    expect([gate.underWay, gate.waiting]).toEqual([2, 4]);
  });

  it("lets go first what all wait for", () => {
    for (const name of ["a1", "a2", "a3", "a4", "a5", "a6"]) enter(name);
    enter("front page", null);
    expect(events.slice(2)).toEqual(["a6 refused"]);
    gate.leave();
    expect(events.slice(3)).toEqual(["front page in"]);
  });
});
