import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ChangeSignal } from "./change-signal";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

it("tells once when the typing pauses", () => {
  const tell = vi.fn();
  const signal = new ChangeSignal(tell);
  for (let key = 0; key < 5; key += 1) {
    signal.touch(Date.now());
    vi.advanceTimersByTime(100);
  }
  expect(tell).not.toHaveBeenCalled();
  vi.advanceTimersByTime(400);
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5000);
  expect(tell).toHaveBeenCalledTimes(1);
});

it("does not wait for ever for a pause", () => {
  const tell = vi.fn();
  const signal = new ChangeSignal(tell);
  for (let key = 0; key < 60; key += 1) {
    signal.touch(Date.now());
    vi.advanceTimersByTime(100);
  }
  expect(tell).toHaveBeenCalledTimes(2);
});

it("tells at once when asked, and only what is new", () => {
  const tell = vi.fn();
  const signal = new ChangeSignal(tell);
  signal.flush();
  signal.touch(Date.now());
  signal.flush();
  vi.advanceTimersByTime(5000);
  expect(tell).toHaveBeenCalledTimes(1);
});
