/** Another revision of this repository, built, with an archive that its own code has made. Kept between runs. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const modules = "node_modules";
const lockFile = "package-lock.json";

export type Revision = { name: string; commit: string; root: string };

/**
 * @param name as git knows it
 * @throws Error when git doesn't, or it can't be installed or built
 */
export function prepareRevision(name: string, articles: number): Revision {
  const commit = git("rev-parse", "--verify", `${name}^{commit}`);
  const root = path.join(tmpdir(), "magazine-revisions", commit);
  const done = path.join(root, ".data", `ready-${String(articles)}`);
  if (existsSync(done)) return { name, commit, root };
  rmSync(root, { recursive: true, force: true });
  git("worktree", "prune");
  git("worktree", "add", "--detach", root, commit);
  process.stdout.write(`${name} (${commit.slice(0, 10)}) is installed and built in ${root}\n`);
  install(root);
  inside(root, "npm", ["run", "build"]);
  inside(root, "npm", ["run", "magazine", "--", "seed", "--generate", String(articles)]);
  writeFileSync(done, "");
  return { name, commit, root };
}

/** With the same lock file the packages are the same: hard links save minutes. */
function install(root: string): void {
  const isSame = readFileSync(lockFile).equals(readFileSync(path.join(root, lockFile)));
  if (isSame) inside(".", "cp", ["-al", modules, path.join(root, modules)]);
  if (isSame) inside(root, "npm", ["run", "generate"]);
  else inside(root, "npm", ["ci"]);
}

function inside(root: string, program: string, args: string[]): void {
  execFileSync(program, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: ownEnvironment(root) });
}

/** A database and a memory of its own, whatever this process was told. */
export function ownEnvironment(root: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, AUTH_SECRET: _secret, ...rest } = process.env;
  return { ...rest, DATA_DIR: path.join(root, ".data"), SAMPLE_CONTENT: "0" };
}

function git(...args: string[]): string {
  return execFileSync("git", args, { encoding: "utf8" }).trim();
}
