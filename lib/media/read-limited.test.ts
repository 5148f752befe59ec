import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readLimited } from "./read-limited";

const mebibyte = 1024 * 1024;

/** A web stream that counts what is taken from it. */
function endless(size: number) {
  const seen = { taken: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      seen.taken += 1;
      controller.enqueue(new Uint8Array(size));
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { stream, seen };
}

describe("readLimited", () => {
  it("gives the bytes back in order", async () => {
    const source = Readable.from([Buffer.from("one "), Buffer.from("two")]);
    expect((await readLimited(source)).toString()).toBe("one two");
    expect((await readLimited(Readable.from([]))).length).toBe(0);
  });

  it("takes exactly the limit, and not a byte more", async () => {
    const chunks = [new Uint8Array(5), new Uint8Array(5)];
    expect((await readLimited(Readable.from(chunks), 10)).length).toBe(10);
    await expect(readLimited(Readable.from(chunks), 9)).rejects.toMatchObject({ code: "too-large" });
  });

  it("stops reading beyond 25 MB, whatever is still to come", async () => {
    const { stream, seen } = endless(mebibyte);
    await expect(readLimited(stream)).rejects.toMatchObject({ name: "MediaError", code: "too-large" });
    expect(seen.cancelled).toBe(true);
    expect(seen.taken).toBeLessThanOrEqual(28);
  });

  it("destroys a Node stream that is too long", async () => {
    const source = new Readable({
      read() {
        this.push(Buffer.alloc(64));
      },
    });
    await expect(readLimited(source, 100)).rejects.toThrow(/larger than/);
    expect(source.destroyed).toBe(true);
  });

  it("passes on what the source fails with", async () => {
    const source = new Readable({
      read() {
        this.destroy(new Error("aborted"));
      },
    });
    await expect(readLimited(source)).rejects.toThrow("aborted");
  });
});
