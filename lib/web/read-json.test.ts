import { describe, expect, it } from "vitest";
import { readJson } from "./read-json";

const request = (body: BodyInit | null) => new Request("http://localhost/", { method: "PUT", body });

describe("the body of a JSON request", () => {
  it("is read", async () => {
    await expect(readJson(request('{"a":["é"]}'))).resolves.toEqual({ a: ["é"] });
  });

  it("is refused when it is none, or none is there", async () => {
    for (const body of ["{", "", null, "[1]", "null", "7"])
      await expect(readJson(request(body))).rejects.toMatchObject({ code: "invalid" });
  });

  it("is refused when it is too large, without reading it all", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const huge = new Request("http://localhost/", { method: "PUT", body: endless, duplex: "half" } as RequestInit);
    await expect(readJson(huge, 10_000)).rejects.toMatchObject({ code: "too-large" });
    expect(pulled).toBeLessThan(20);
  });
});
