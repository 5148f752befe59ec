import { expect, it } from "vitest";
import { whenThereIsRoom } from "./processing-gate";

it("works on two at a time, in order, also when one fails", async () => {
  let working = 0;
  let most = 0;
  const begun: number[] = [];
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, index) =>
      whenThereIsRoom(async () => {
        working += 1;
        most = Math.max(most, working);
        begun.push(index);
        await new Promise((resolve) => setTimeout(resolve, 2));
        working -= 1;
        if (index === 3) throw new Error("broken");
        return index;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(await whenThereIsRoom(() => Promise.resolve("still open"))).toBe("still open");
});
