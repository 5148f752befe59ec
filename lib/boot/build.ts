/** `npm start` builds when there is no build of the present sources, and only then. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildFonts } from "@/lib/cli/build-fonts";
import { buildIslands } from "@/lib/cli/build-islands";
import { projectRoot } from "@/lib/project-root";

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "tsconfig.json",
];
/** Made by builds, not for them. */
const products = new Set(["generated", "assets", "manifest.json", "fonts"]);
const stampFile = path.join(projectRoot, ".next", "source-stamp");

/** @throws Error when the build fails; its output is on the terminal */
export async function ensureBuild(): Promise<void> {
  const stamp = stampOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  await build();
}

/** Builds the site and remembers from which sources. @throws Error when the build fails */
export async function build(): Promise<void> {
  await buildFonts();
  await buildIslands();
  const next = path.join(projectRoot, "node_modules", "next", "dist", "bin", "next");
  // Not spawnSync: who asks for a page meanwhile is answered.
  const child = spawn(process.execPath, [next, "build"], {
    cwd: projectRoot,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const [status] = (await once(child, "exit")) as [number | null];
  if (status !== 0) throw new Error("The build failed; see above.");
  writeFileSync(stampFile, stampOfSources());
}

function stampOfSources(): string {
  const hash = createHash("sha256");
  for (const source of sources) addToHash(path.join(projectRoot, source), (data) => hash.update(data));
  return hash.digest("hex");
}

function addToHash(file: string, update: (data: string | Buffer) => void): void {
  const name = path.basename(file);
  if (products.has(name) || name.includes(".test.") || !existsSync(file)) return;
  update(path.relative(projectRoot, file));
  if (statSync(file).isDirectory()) {
    for (const entry of readdirSync(file).sort()) addToHash(path.join(file, entry), update);
  } else {
    update(readFileSync(file));
  }
}
