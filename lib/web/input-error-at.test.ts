import { expect, it } from "vitest";
import { InputError } from "@/lib/input";
import { inputErrorAt } from "./input-error-at";

it("gives problems the names that a form knows, and leaves others alone", async () => {
  const call = (): Promise<never> => Promise.reject(new InputError({ "person.name": ["is missing"], id: ["is odd"] }));
  await expect(inputErrorAt("person.", call)).rejects.toMatchObject({
    fields: { name: ["is missing"], id: ["is odd"] },
  });
  await expect(inputErrorAt("person.", () => Promise.reject(new TypeError("x")))).rejects.toThrow(TypeError);
  expect(await inputErrorAt("person.", () => Promise.resolve(1))).toBe(1);
});
