/**
 * Makes the readers' script: bundles components/site/islands/main.ts into public/assets/ under a name that changes with
 * its content, and writes the manifest that the pages read. `node --import tsx lib/cli/build-islands.ts`
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { projectRoot } from "@/lib/project-root";

/** Most that a reader may have to load, compressed, in bytes: the budget for everything that runs in their browser is 12 KB. */
export const islandsBudget = 12 * 1024;

const sources = path.join(projectRoot, "components/site/islands");
const assets = path.join(projectRoot, "public/assets");

/**
 * Bundles and writes the script and its manifest, and removes the scripts of earlier builds.
 * @returns the script's path in the file system and its sizes in bytes
 * @throws Error when the sources don't compile or the result is over the budget; nothing is written then
 */
export async function buildIslands(): Promise<{ file: string; bytes: number; gzipBytes: number }> {
  const script = await bundleIslands();
  const gzipBytes = gzipSync(script, { level: 9 }).length;
  checkBudget(gzipBytes);
  const hash = createHash("sha256").update(script).digest("hex").slice(0, 8);
  const name = `islands-${hash}.js`;
  await mkdir(assets, { recursive: true });
  await writeWhole(path.join(assets, name), script);
  // The manifest last: it never names a script that is not there.
  await writeWhole(path.join(sources, "manifest.json"), `${JSON.stringify({ script: `/assets/${name}` })}\n`);
  const outdated = (await readdir(assets)).filter((entry) => /^islands-[\da-f]{8}\.js$/.test(entry) && entry !== name);
  await Promise.all(outdated.map((entry) => rm(path.join(assets, entry), { force: true })));
  return { file: path.join(assets, name), bytes: script.length, gzipBytes };
}

/** The script as it will be served: minified, for browsers that know ES2022, without a source map. */
export async function bundleIslands(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [path.join(sources, "main.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  const [output] = outputFiles;
  if (!output) throw new Error("esbuild made no script.");
  return output.contents;
}

/** @throws Error that says how far over the budget the script is */
export function checkBudget(gzipBytes: number): void {
  if (gzipBytes <= islandsBudget) return;
  throw new Error(
    `The readers' script is too large: ${String(gzipBytes)} bytes compressed, the budget is ${String(islandsBudget)}. ` +
      "Take something out of components/site/islands/.",
  );
}

/** Other processes see the old file or the new one, never half of one. */
async function writeWhole(file: string, data: string | Uint8Array): Promise<void> {
  const unfinished = `${file}.${String(process.pid)}.tmp`;
  await writeFile(unfinished, data);
  await rename(unfinished, file);
}

if (import.meta.main) {
  try {
    const { file, bytes, gzipBytes } = await buildIslands();
    process.stdout.write(
      `${path.relative(projectRoot, file)}: ${String(bytes)} bytes, ${String(gzipBytes)} compressed\n`,
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
