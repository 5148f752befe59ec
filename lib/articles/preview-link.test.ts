import { beforeAll, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { previewExpiry, readPreview, signPreview } from "./preview-link";

const moment = new Date("2026-11-24T10:00:00Z");
const expires = previewExpiry(moment, 7);

beforeAll(() => {
  setEnvironment({ AUTH_SECRET: "a secret of more than thirty-two characters" });
});

describe("a preview link", () => {
  it("shows the article it was made for until it is over", () => {
    const token = signPreview(42, expires);
    expect(readPreview(token, moment)).toEqual({ articleId: 42, expires });
    expect(readPreview(token, new Date(expires.getTime() - 1))).not.toBeNull();
    expect(readPreview(token, expires)).toBeNull();
  });

  it("is one part of an address as the site writes them", () => {
    expect(signPreview(42, expires)).toMatch(/^[0-9a-z-]+$/);
  });

  it("holds for no other article and no longer when it was changed", () => {
    const token = signPreview(42, expires);
    expect(readPreview(token.replace(/^42/, "43"), moment)).toBeNull();
    const [id, seconds = "", signed] = token.split("-");
    const later = (Number.parseInt(seconds, 36) + 3600).toString(36);
    expect(readPreview(`${String(id)}-${later}-${String(signed)}`, moment)).toBeNull();
    expect(readPreview(token.slice(0, -1), moment)).toBeNull();
    expect(readPreview("", moment)).toBeNull();
    expect(readPreview("42-x-", moment)).toBeNull();
  });
});
