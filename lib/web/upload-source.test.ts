import { describe, expect, it } from "vitest";
import { uploadSource } from "./upload-source";

const address = "http://localhost/";

async function read(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe("uploadSource", () => {
  it("gives the body and what was declared", async () => {
    const headers = { "Content-Length": "5" };
    const { body, declaredBytes } = uploadSource(new Request(address, { method: "POST", body: "hello", headers }));
    expect(declaredBytes).toBe(5);
    expect(await read(body)).toBe("hello");
  });

  it("takes a missing body for an empty one and a strange length for none", async () => {
    const headers = { "Content-Length": "many" };
    const { body, declaredBytes } = uploadSource(new Request(address, { method: "POST", headers }));
    expect(declaredBytes).toBeUndefined();
    expect(await read(body)).toBe("");
  });

  it("says that a sender broke off", async () => {
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error("aborted"));
      },
    });
    const request = new Request(address, { method: "POST", body: stream, duplex: "half" } as RequestInit);
    await expect(read(uploadSource(request).body)).rejects.toMatchObject({ name: "AppError", code: "invalid" });
  });

  it("cancels the rest when nobody wants it", async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(10));
      },
      cancel() {
        cancelled = true;
      },
    });
    const request = new Request(address, { method: "POST", body: stream, duplex: "half" } as RequestInit);
    for await (const _chunk of uploadSource(request).body) break;
    expect(cancelled).toBe(true);
  });
});
