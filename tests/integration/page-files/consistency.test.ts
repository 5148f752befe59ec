import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { env } from "@/lib/env";
import { nginxPatience, startNginx, type Nginx } from "@/tests/factories/nginx";
import { freePort } from "../../e2e/magazine-process";
import { enough, runConsistency } from "../page-cache/consistency";
import { Instance } from "../page-cache/instances";

/** Seconds. */
const seconds = 10;

/** An instance with an nginx of its own in front, which serves what it writes. Readers ask nginx. */
async function behindNginx(name: string): Promise<{ instance: Instance; nginx: Nginx }> {
  const [port, pageFiles] = [await freePort(), path.join(env().DATA_DIR, name)];
  mkdirSync(pageFiles);
  const siteUrl = `http://127.0.0.1:${String(port)}`;
  const instance = await Instance.start(env().DATABASE_URL!, { SITE_URL: siteUrl, PAGE_FILES_DIR: pageFiles });
  const own = Number(new URL(instance.base).port);
  const nginx = await startNginx([own, own], { port, pageFiles });
  instance.base = nginx.base;
  return { instance, nginx };
}

it(
  "shows no older page from a file where something was changed",
  async () => {
    const both = [await behindNginx("first"), await behindNginx("second")];
    const instances = both.map(({ instance }) => instance);
    const result = await runConsistency({ instances, writers: 4, readers: 8, seconds }).finally(() =>
      Promise.all(both.flatMap(({ instance, nginx }) => [instance.kill(), nginx.stop()])),
    );
    expect(result.violations).toEqual([]);
    const tooMany = result.failures.length > (result.actions + result.reads) / 10;
    expect(tooMany ? result.failures.slice(0, 3) : []).toEqual([]);
    expect(result.actions).toBeGreaterThanOrEqual(enough.actions);
    expect(result.reads).toBeGreaterThanOrEqual(enough.reads);
  },
  nginxPatience + (seconds + 120) * 1000,
);
