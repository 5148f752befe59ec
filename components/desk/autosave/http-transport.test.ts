import { describe, expect, it } from "vitest";
import { workingCopyInput } from "@/lib/articles/schema";
import { doc } from "@/lib/richtext/testing/shorthand";
import { SaveRefused, type SaveRequest } from "./autosave-types";
import { httpTransport, keepaliveLimit } from "./http-transport";

const request: SaveRequest = {
  expectedVersion: 3,
  sessionKey: "session-1",
  saveNumber: 2,
  workingCopy: { headline: "A", reviewedAt: new Date("2026-01-02T03:04:05Z") },
};
const sent: { path: string; init: RequestInit }[] = [];
const answering = (status: number, body: unknown) =>
  httpTransport("/save", (path, init = {}) => {
    sent.push({ path: path as string, init });
    return Promise.resolve(new Response(typeof body === "string" ? body : JSON.stringify(body), { status }));
  });
const failure = async (status: number, body: unknown) => {
  const error: unknown = await answering(status, body)(request).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SaveRefused);
  return error as SaveRefused;
};

describe("saving over HTTP", () => {
  it("puts the request and reads the answer, dates included", async () => {
    const savedAt = "2026-03-01T10:00:00.000Z";
    await expect(answering(200, { ok: true, version: 4, slug: "a", savedAt })(request)).resolves.toEqual({
      ok: true,
      version: 4,
      slug: "a",
      savedAt: new Date(savedAt),
    });
    expect(sent.at(-1)).toMatchObject({ path: "/save", init: { method: "PUT", keepalive: false } });
    expect(JSON.parse(sent.at(-1)?.init.body as string)).toMatchObject({
      expectedVersion: 3,
      workingCopy: { headline: "A" },
    });
  });

  it("reads a conflict", async () => {
    const current = workingCopyInput.parse({ slug: "a", body: doc(), reviewedAt: new Date("2026-01-02T03:04:05Z") });
    const at = new Date("2026-03-01T10:00:00Z");
    const conflict = { current, version: 5, by: "Ana", at };
    await expect(
      answering(200, { ok: false, conflict: { ...conflict, base: current, baseVersion: 3 } })(request),
    ).resolves.toMatchObject({ ok: false, conflict });
  });

  it.each<[number, unknown, string, boolean]>([
    [400, { error: { code: "invalid", message: "No.", fields: { slug: ["x"] } } }, "No.", false],
    [403, { error: { code: "forbidden", message: "No." } }, "No.", false],
    [409, { error: { code: "conflict", message: "Taken." } }, "Taken.", false],
    [401, { error: { code: "signed-out", message: "Sign in." } }, "Sign in.", true],
    [503, { error: { code: "unavailable", message: "Later." } }, "Later.", true],
    [500, "<html>", "The server answered 500.", true],
    [403, "<html>a proxy's page", "The server answered 403.", true],
    [502, null, "The server answered 502.", true],
  ])("tells a refusal (%i %j)", async (status, body, message, passing) => {
    expect(await failure(status, body)).toMatchObject({ message, passing });
  });

  it("does not try to send more than a page that goes away may", async () => {
    const save = answering(200, { ok: true, version: 4, slug: "a", savedAt: "2026-03-01T10:00:00.000Z" });
    await expect(save(request, { keepalive: true })).resolves.toMatchObject({ ok: true });
    expect(sent.at(-1)?.init.keepalive).toBe(true);
    const before = sent.length;
    const long = { ...request, workingCopy: { excerpt: "é".repeat(keepaliveLimit / 2) } };
    await expect(save(long, { keepalive: true })).rejects.toThrow(/too large/);
    expect(sent).toHaveLength(before);
  });
});
