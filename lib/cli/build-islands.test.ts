import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundleIslands, checkBudget, islandsBudget } from "./build-islands";

describe("the readers' script", () => {
  it("is within its budget, parses HTML nowhere and asks no other host", async () => {
    const script = await bundleIslands();
    checkBudget(gzipSync(script).length);
    const code = new TextDecoder().decode(script);
    expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|sourceMappingURL/);
    expect(code).toContain("mhn-search");
  });

  it("is refused above its budget", () => {
    expect(() => {
      checkBudget(islandsBudget);
    }).not.toThrow();
    expect(() => {
      checkBudget(islandsBudget + 1);
    }).toThrow("12289 bytes compressed, the budget is 12288");
  });
});
