import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { projectRoot } from "@/lib/project-root";
import { outputOf } from "./output-of";
import { PictureProcess, type PictureProcessOptions } from "./picture-process";
import type { works } from "./testing/program";

type Works = typeof works;

const program = path.join(projectRoot, "lib/picture-process/testing/program.ts");
const start = (options: Partial<PictureProcessOptions> = {}) => {
  const pictures = new PictureProcess({ program, idle: 200, ...options });
  return {
    pid: () => pictures.pid,
    do: async <Name extends keyof Works>(work: Name, ...input: Parameters<Works[Name]>) =>
      outputOf(await pictures.order(work, input)) as Awaited<ReturnType<Works[Name]>>,
  };
};

async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await wait(20);
  }
  return false;
}

describe("PictureProcess", () => {
  it("does what it is asked in one other process of lower priority, bytes in and bytes out", async () => {
    const pictures = start();
    const [doubled, facts] = await Promise.all([pictures.do("double", Buffer.from("ab")), pictures.do("facts")]);
    expect(doubled).toBeInstanceOf(Buffer);
    expect(doubled.toString()).toBe("abab");
    expect(facts.pid).toBe(pictures.pid());
    expect(facts.pid).not.toBe(process.pid);
    expect(facts.priority).toBeGreaterThan(0);
  });

  it("hands errors on as what they were", async () => {
    const pictures = start();
    await expect(pictures.do("refuse")).rejects.toMatchObject({
      name: "MediaError",
      code: "too-small",
      message: "Too small.",
      cause: { message: "of 3 pixels" },
    });
    await expect(pictures.do("fail")).rejects.toThrow("not a function");
  });

  it("fails what was under way when the process dies, and starts another for what comes next", async () => {
    const pictures = start();
    const unavailable = { name: "AppError", code: "unavailable" };
    const lost = [pictures.do("hang"), pictures.do("die")].map((one) => expect(one).rejects.toMatchObject(unavailable));
    await Promise.all(lost);
    expect((await pictures.do("double", Buffer.from("x"))).toString()).toBe("xx");
  });

  it("ends what takes too long", async () => {
    const pictures = start({ patience: 3_000 });
    await pictures.do("facts");
    await expect(pictures.do("hang")).rejects.toMatchObject({ code: "unavailable" });
  });

  it("ends without work, and starts again", async () => {
    const pictures = start();
    const first = await pictures.do("facts");
    expect(await isGone(first.pid)).toBe(true);
    expect(pictures.pid()).toBeNull();
    const second = await pictures.do("facts");
    expect(second.pid).not.toBe(first.pid);
  });

  it("says so when there is no such program", async () => {
    await expect(start({ program: `${program}.none` }).do("facts")).rejects.toMatchObject({ code: "unavailable" });
  });
});
