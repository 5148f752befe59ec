/** No reader ever gets half a page: while it is rewritten, while it is taken away, and after its writer was killed. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fileNames, pageFolder, pagesFolder, siteFolder } from "@/lib/page-files/layout";
import { PageFiles } from "@/lib/page-files/page-files";
import { headersDigest } from "@/lib/page-files/serving-headers";
import { projectRoot } from "@/lib/project-root";
import { nginxPatience, startNginx, type Nginx } from "@/tests/factories/nginx";
import { ask, type Answer } from "@/tests/factories/raw-request";
import { rewrittenKey, versionOf } from "./rewritten-page";

let app: Server;
let nginx: Nginx;
const writers: ChildProcess[] = [];

beforeAll(async () => {
  app = createServer((_, response) => response.end("the app"));
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const { port } = app.address() as AddressInfo;
  nginx = await startNginx([port, port]);
}, nginxPatience);

afterAll(async () => {
  for (const writer of writers) writer.kill("SIGKILL");
  await nginx.stop();
  app.closeAllConnections();
  app.close();
});

const decoders = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer): Buffer => body };

async function startWriter(): Promise<ChildProcess> {
  const writer = fork(path.join(projectRoot, "tests/integration/page-files/rewriting.ts"), {
    execArgv: ["--import", "tsx"],
    cwd: projectRoot,
    env: { ...process.env, PAGE_FILES_DIR: nginx.pageFiles, SITE_URL: nginx.base, LOG_LEVEL: "silent" },
  });
  writers.push(writer);
  await once(writer, "message");
  return writer;
}

/** A version, or 0 for the app's answer. @throws Error when it is neither */
function judge({ status, headers, body }: Answer): number {
  if (status !== 200) throw new Error(`status ${String(status)}`);
  const encoding = (headers["content-encoding"] ?? "identity") as keyof typeof decoders;
  const text = decoders[encoding](body).toString();
  if (text === "the app") return 0;
  if (body.length !== Number(headers["content-length"])) throw new Error("another length than was announced");
  const version = versionOf(text);
  if (version === null) throw new Error(`no whole page: ${text.slice(0, 80)} … ${text.slice(-80)}`);
  return version;
}

it("is whole in thousands of answers while it is rewritten and taken away", { timeout: 120_000 }, async () => {
  const writer = await startWriter();
  const accepted = Object.keys(decoders);
  const seen = new Set<number>();
  let reads = 0;
  const read = async (): Promise<void> => {
    while (reads < 3_000) {
      reads += 1;
      seen.add(judge(await ask(nginx.base, rewrittenKey, { "accept-encoding": accepted[reads % 3]! })));
    }
  };
  await Promise.all([read(), read(), read(), read()]);
  writer.kill("SIGKILL");
  // Else nothing was rewritten meanwhile, or never taken away.
  expect(seen.size).toBeGreaterThan(20);
  expect(seen).toContain(0);
});

it("is whole wherever its writer is killed, and the next one clears up", { timeout: 120_000 }, async () => {
  const folder = path.join(
    nginx.pageFiles,
    pagesFolder,
    siteFolder(nginx.base, headersDigest()),
    pageFolder(rewrittenKey)!,
  );
  for (let round = 0; round < 8; round += 1) {
    const writer = await startWriter();
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    writer.kill("SIGKILL");
    await once(writer, "exit");
    for (const [encoding, name] of Object.entries(fileNames)) {
      const file = path.join(folder, name);
      if (!existsSync(file)) continue;
      const text = decoders[encoding as keyof typeof decoders](readFileSync(file)).toString();
      expect(versionOf(text), name).not.toBeNull();
    }
    expect(judge(await ask(nginx.base, rewrittenKey, { "accept-encoding": "br" }))).toBeGreaterThanOrEqual(0);
  }
  const files = new PageFiles({ directory: nginx.pageFiles, siteUrl: nginx.base, limit: 2 ** 30 });
  files.start();
  expect((await ask(nginx.base, rewrittenKey)).body.toString()).toBe("the app");
  await files.stop();
  expect(readdirSync(nginx.pageFiles).filter((name) => name === pagesFolder)).toEqual([]);
});
