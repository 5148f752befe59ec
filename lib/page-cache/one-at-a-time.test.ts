import { setImmediate as settled } from "node:timers/promises";
import { expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time";

it("does what is asked for meanwhile once more, however often it was asked for", async () => {
  const held: (() => void)[] = [];
  let begun = 0;
  const ask = oneAtATime(() => {
    begun += 1;
    return new Promise<void>((resolve) => held.push(resolve));
  });
  const first = ask();
  for (let asked = 0; asked < 3; asked += 1) void ask();
  expect(begun).toBe(1);
  held.shift()?.();
  await first;
  await settled();
  expect(begun).toBe(2);
  held.shift()?.();
  await settled();
  expect(begun).toBe(2);
  void ask();
  expect(begun).toBe(3);
});
