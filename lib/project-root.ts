import { existsSync } from "node:fs";
import path from "node:path";

/**
 * Folder of package.json. Taken from the working directory, since bundled code has no place of its own; npm scripts and
 * the command line always run there.
 */
export const projectRoot = findRoot(process.cwd());

function findRoot(directory: string): string {
  if (existsSync(path.join(directory, "prisma", "schema.prisma"))) return directory;
  const parent = path.dirname(directory);
  return parent === directory ? process.cwd() : findRoot(parent);
}
