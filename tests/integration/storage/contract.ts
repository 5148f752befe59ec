/** What every storage must do, whatever it keeps its objects in. */
import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, it, vi } from "vitest";
import type { ObjectStorage } from "@/lib/storage/storage";

/** @param open gives an empty storage; called once a test */
export function describeStorage(name: string, open: () => ObjectStorage): void {
  const read = async (storage: ObjectStorage, key: string): Promise<string | null> => {
    const object = await storage.get(key);
    return object && (await buffer(object.body)).toString();
  };

  describe(name, () => {
    it("gives back what was put, with its size and content type", async () => {
      const storage = open();
      const bytes = randomBytes(300_000);
      await storage.put("media/ab/cd/320.avif", bytes, "image/avif");
      const object = await storage.get("media/ab/cd/320.avif");
      expect(object).toMatchObject({ size: bytes.length, contentType: "image/avif" });
      expect(object && bytes.equals(await buffer(object.body))).toBe(true);
      expect(await storage.has("media/ab/cd/320.avif")).toBe(true);
    });

    it("keeps empty objects apart from missing ones", async () => {
      const storage = open();
      await storage.put("empty.png", Buffer.alloc(0), "image/png");
      expect(await read(storage, "empty.png")).toBe("");
      expect(await storage.get("missing.png")).toBeNull();
      expect(await storage.has("missing.png")).toBe(false);
      expect(await storage.get("missing/inner.png")).toBeNull();
    });

    it("replaces an object whole, also with many writers at once", async () => {
      const storage = open();
      await storage.put("busy.webp", Buffer.from("old"), "image/webp");
      await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          storage.put("busy.webp", Buffer.from(`${String(index)}!`.repeat(10_000)), "image/webp"),
        ),
      );
      expect(await read(storage, "busy.webp")).toMatch(/^(\d!)\1{9999}$/);
    });

    it("deletes, twice without complaint, and only what is named", async () => {
      const storage = open();
      await storage.put("a/1.png", Buffer.from("x"), "image/png");
      await storage.put("a/10.png", Buffer.from("y"), "image/png");
      await storage.delete("a/1.png");
      await storage.delete("a/1.png");
      await storage.delete("never/was.png");
      expect(await storage.has("a/1.png")).toBe(false);
      expect(await read(storage, "a/10.png")).toBe("y");
    });

    it("lets a reader stop half-way, and serves the next one", async () => {
      const storage = open();
      await storage.put("large.jpg", randomBytes(4_000_000), "image/jpeg");
      for (let turn = 0; turn < 3; turn += 1) {
        const object = await storage.get("large.jpg");
        for await (const _chunk of object!.body) break;
        await vi.waitFor(() => {
          expect(object!.body.destroyed).toBe(true);
        });
      }
      const whole = await storage.get("large.jpg");
      expect((await buffer(whole!.body)).length).toBe(4_000_000);
    });

    it.each(["", "../a.png", "/a.png", "a//b.png", ".a.png", "A.png", "a.svg", "a.html", "a\\b.png", "a.png\n"])(
      "refuses the key %j in every method",
      async (key) => {
        const storage = open();
        const invalid = { code: "invalid" };
        await expect(storage.put(key, Buffer.from("x"), "image/png")).rejects.toMatchObject(invalid);
        await expect(storage.get(key)).rejects.toMatchObject(invalid);
        await expect(storage.has(key)).rejects.toMatchObject(invalid);
        await expect(storage.delete(key)).rejects.toMatchObject(invalid);
      },
    );

    it("refuses a content type that is not the extension's", async () => {
      await expect(open().put("a.png", Buffer.from("x"), "text/html")).rejects.toMatchObject({ code: "invalid" });
    });
  });
}
