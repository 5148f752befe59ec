/** Where the readers' script is. Runs on the server only. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { projectRoot } from "@/lib/project-root";

const manifestFile = path.join(projectRoot, "components/site/islands/manifest.json");
const manifestSchema = z.object({ script: z.string().startsWith("/assets/") });

let script: string | undefined;

/**
 * Address of the script that `npm run generate` made (lib/cli/build-islands.ts), read once a process: read from the disk,
 * not imported, so that types and tests need no build.
 * @throws Error when nothing was made yet
 */
export function islandsScript(): string {
  script ??= readManifest();
  return script;
}

function readManifest(): string {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(/* turbopackIgnore: true */ manifestFile, "utf8"))).script;
  } catch (cause) {
    throw new Error(`The readers' script is missing (${manifestFile}): run \`npm run generate\`.`, { cause });
  }
}
