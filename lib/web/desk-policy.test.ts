import { describe, expect, it } from "vitest";
import { deskContentPolicy } from "./desk-policy";

const directive = (policy: string, name: string): string =>
  policy.split("; ").find((part) => part.startsWith(`${name} `)) ?? "";

describe("the desk's content policy", () => {
  it("lets no script run that stands in the page without the nonce", () => {
    const scripts = directive(deskContentPolicy("bm9uY2U=", false), "script-src");
    expect(scripts).toContain("'nonce-bm9uY2U='");
    expect(scripts).not.toMatch(/unsafe/);
  });

  it("evaluates code only while the sources are being worked on", () => {
    expect(directive(deskContentPolicy("bm9uY2U=", true), "script-src")).toContain("'unsafe-eval'");
  });
});
