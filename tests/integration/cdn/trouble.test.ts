/** A CDN that is away, asks for patience, hangs or refuses. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { prepareCdn } from "@/lib/cdn/commands/queue-purge";
import { purgeCdn } from "@/lib/cdn/commands/purge";
import { purgeNow } from "@/lib/cdn/commands/purge-now";
import { cdnFacts } from "@/lib/cdn/queries";
import { bumpContentVersion } from "@/lib/content-version/commands";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { env, setEnvironment } from "@/lib/env";
import { checkHealth } from "@/lib/health/queries";
import { log } from "@/lib/log";
import { projectRoot } from "@/lib/project-root";
import { anActor } from "@/tests/factories/actors";
import { anInstance, cdn, eventually, prepareScene, purged, purgesOf, wait } from "./scene";

prepareScene();

let administrator: Actor;
beforeAll(async () => {
  administrator = await anActor("administrator");
});

const never = new AbortController().signal;
const change = (path: string): Promise<bigint> => transaction((tx) => bumpContentVersion(tx, { paths: [path] }));

describe("a purge that fails is tried again", () => {
  it("when nobody answers, until somebody does", async () => {
    await cdn.stop();
    await anInstance();
    await change("/news/unheard");
    await eventually(async () => {
      const facts = await cdnFacts();
      expect(facts.failures).toBeGreaterThanOrEqual(3);
      // The second purge of the change is due a little later than the first.
      expect(facts).toMatchObject({ waiting: 2, refused: false });
    });
    expect((await cdnFacts()).lastError).toContain("ECONNREFUSED");
    await cdn.start();
    await purged();
    expect(purgesOf("/news/unheard")).toHaveLength(1);
    expect(await cdnFacts()).toMatchObject({ waiting: 0, failures: 0 });
  });

  it("when it is answered with 503", async () => {
    cdn.failures.push({ status: 503, body: "busy" });
    await anInstance();
    await change("/news/busy");
    await purged();
    expect(purgesOf("/news/busy").length).toBeGreaterThan(0);
    expect(await cdnFacts()).toMatchObject({ failures: 0, lastError: "503 busy" });
  });

  it("not before the time that is asked for (Retry-After), whatever comes meanwhile", async () => {
    cdn.failures.push({ status: 429, headers: { "Retry-After": "2" } });
    await anInstance();
    await change("/news/patient");
    await eventually(() => {
      expect(cdn.requests).toBe(1);
    });
    const asked = Date.now();
    await wait(200);
    await change("/news/impatient");
    await eventually(() => {
      expect(cdn.requests).toBe(2);
    });
    expect(Date.now() - asked).toBeGreaterThan(1_800);
    await purged();
    expect(cdn.purges[0]?.tags).toEqual(expect.arrayContaining(["/news/patient", "/news/impatient"]));
  });

  it("when it hangs: it is given up on", async () => {
    cdn.failures.push("hang");
    await anInstance();
    const started = Date.now();
    await change("/news/slow");
    await purged();
    expect(purgesOf("/news/slow").length).toBeGreaterThan(0);
    expect(Date.now() - started).toBeLessThan(10_000);
    expect((await cdnFacts()).lastError).toBe("no answer within 0.5 seconds");
  });

  it("whole, when only a part of it went through", async () => {
    setEnvironment(cdn.environment("cloudflare"));
    const paths = Array.from({ length: 150 }, (_, index) => `/news/part-${String(index)}`);
    await transaction((tx) => bumpContentVersion(tx, { paths }));
    await purgeCdn(never);
    cdn.purges.length = 0;
    await wait(500);
    cdn.failures.push({}, { status: 500 });
    await anInstance();
    await purged();
    expect(new Set(cdn.purges.flatMap(({ tags }) => tags)).size).toBe(152);
  });

  it("by somebody else when its process leaves in the middle", async () => {
    cdn.failures.push("hang");
    await change("/news/interrupted");
    const leaving = new AbortController();
    const round = purgeCdn(leaving.signal);
    await eventually(() => {
      expect(cdn.requests).toBe(1);
    });
    leaving.abort(new Error("the process leaves"));
    await expect(round).rejects.toThrow("the process leaves");
    expect(await sql("SELECT 1 FROM cdn_purge")).toHaveLength(2);
    await anInstance();
    await purged();
    expect(purgesOf("/news/interrupted").length).toBeGreaterThan(0);
  });

  it("by somebody else when its process is killed in the middle", async () => {
    cdn.failures.push("hang");
    await change("/news/killed");
    const script = path.join(projectRoot, "tests/integration/cdn/doomed-instance.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DATABASE_URL: env().DATABASE_URL, LOG_LEVEL: "silent" },
      cwd: projectRoot,
    });
    await eventually(() => {
      expect(cdn.requests).toBe(1);
    });
    child.kill("SIGKILL");
    await once(child, "exit");
    await anInstance();
    await purged();
    expect(purgesOf("/news/killed").length).toBeGreaterThan(0);
  });
});

describe("a refusal", () => {
  it.each(["http", "cloudflare", "fastly"] as const)("of %s is loud, and gives no secret away", async (kind) => {
    const secret = `wrong-token-of-${kind}`;
    setEnvironment({ ...cdn.environment(kind), CDN_PURGE_TOKEN: secret });
    const [errors, warnings] = [vi.spyOn(log(), "error"), vi.spyOn(log(), "warn")];
    await change("/news/refused");
    await purgeCdn(never);
    expect(cdn.purges).toEqual([]);
    const facts = await cdnFacts();
    expect(facts).toMatchObject({ failures: 1, refused: true, lastError: expect.stringMatching(/^40[13] /) as string });
    const check = (await checkHealth(administrator)).find(({ id }) => id === "cdn");
    expect(check).toMatchObject({ state: "fail", advice: expect.stringContaining("CDN_PURGE_TOKEN") as string });
    expect(errors).toHaveBeenCalledOnce();
    const said = JSON.stringify([facts, check, errors.mock.calls, warnings.mock.calls]);
    expect(said).toContain("40");
    expect(said).not.toContain(secret);
    await expect(purgeNow({ everything: false })).rejects.toThrow(/did not purge: 40[13]/);
    vi.restoreAllMocks();
  });

  it("is tried again at the next start, with what was put right", async () => {
    setEnvironment({ CDN_PURGE_TOKEN: "a-wrong-token" });
    await change("/news/later");
    await purgeCdn(never);
    await sql("UPDATE cdn_state SET not_before = now() + interval '1 hour'");
    setEnvironment(cdn.environment("http"));
    await prepareCdn();
    await anInstance();
    await purged();
    expect(purgesOf("/news/later").length).toBeGreaterThan(0);
  });

  it("may come with 200 from Cloudflare", async () => {
    setEnvironment(cdn.environment("cloudflare"));
    const body = '{"success": false, "errors": [{"code": 1134, "message": "no such zone"}]}';
    cdn.failures.push({ status: 200, body });
    await change("/news/half-hearted");
    await purgeCdn(never);
    expect(await cdnFacts()).toMatchObject({ refused: true, lastError: body });
  });

  it("is a redirect too: the token goes nowhere else", async () => {
    cdn.failures.push({ status: 307, headers: { Location: `${cdn.url}/purge` } });
    await change("/news/elsewhere");
    await purgeCdn(never);
    expect(cdn.requests).toBe(1);
    expect((await cdnFacts()).lastError).toMatch(/307.*redirects are not followed/);
  });

  it("is forgotten when what it was about has expired everywhere", async () => {
    await change("/news/old");
    await sql("UPDATE cdn_purge SET due_at = now() - interval '25 hours'");
    await purgeCdn(never);
    expect(cdn.requests).toBe(0);
    expect(await sql("SELECT 1 FROM cdn_purge")).toEqual([]);
  });
});
