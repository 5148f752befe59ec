import { describe, expect, it } from "vitest";
import { workingCopyInput } from "@/lib/articles/schema";
import { limits, readField, type TextField } from "./field-values";

const fields = Object.keys(limits) as TextField[];

describe("readField", () => {
  it.each([
    ["slug", " a-slug-2 ", "a-slug-2"],
    ["excerpt", "  Words ", "Words"],
    ["excerpt", "", ""],
    ["coverAlt", "", ""],
    ["seoTitle", "   ", null],
    ["coverCaption", "A caption", "A caption"],
    ["canonicalUrl", "https://example.org/there", "https://example.org/there"],
    ["canonicalUrl", "", null],
  ] as const)("reads %s %j as %j", (field, text, value) => {
    expect(readField(field, text)).toEqual({ ok: true, value });
  });

  it.each([
    ["slug", ""],
    ["slug", "Capital"],
    ["slug", "two--hyphens"],
    ["slug", "end-"],
    ["slug", "a b"],
    ["slug", "é"],
    ["canonicalUrl", "example.org"],
    ["canonicalUrl", "ftp://example.org/"],
    ["canonicalUrl", "javascript:alert(1)"],
  ] as const)("has no %s %j, and says why", (field, text) => {
    const reading = readField(field, text);
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.problem).toMatch(/^[a-z].{10,}/);
  });

  it.each(fields)("takes exactly as much for %s as the server does", (field) => {
    const start = field === "canonicalUrl" ? "https://example.org/" : "";
    const fits = start + "a".repeat(limits[field] - start.length);
    expect(limits[field]).toBeLessThan(1000);
    expect(readField(field, fits)).toEqual({ ok: true, value: fits });
    expect(workingCopyInput.shape[field].safeParse(fits).success).toBe(true);
    const reading = readField(field, `${fits}a`);
    expect(reading).toMatchObject({ ok: false, problem: expect.stringContaining("1 more") as string });
    expect(workingCopyInput.shape[field].safeParse(`${fits}a`).success).toBe(false);
  });
});
