/**
 * Postgres refuses to run as root. When we are root (containers, CI), it runs as the system user below instead.
 *
 * That user often cannot enter the project folder (/root is 0700), so `setpriv` (util-linux, part of every Debian, Ubuntu
 * and Fedora) leaves it one capability: to pass folders it does not own. Without setpriv a plain change of user is tried.
 */
import { execFileSync, spawn } from "node:child_process";
import { chownSync } from "node:fs";
import { AppError } from "@/lib/errors";

export type Identity = { uid: number; gid: number; name: string };

const candidates = ["postgres", "nobody"];

/** The user that Postgres runs as, or null when that is simply the present one. */
export function postgresIdentity(): Identity | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of candidates) {
    try {
      const id = (option: string): number =>
        Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: "pipe" }));
      return { name, uid: id("-u"), gid: id("-g") };
    } catch {
      continue; // no such user here
    }
  }
  throw new AppError(
    "unavailable",
    `Postgres does not run as root, and there is no user ${candidates.join(" or ")} to run it as.`,
  );
}

/** Makes `directory` belong to whoever runs Postgres; it must be empty or theirs already. */
export function giveTo(identity: Identity | null, directory: string): void {
  if (identity) chownSync(directory, identity.uid, identity.gid);
}

/**
 * Runs a Postgres tool as `identity` and waits for it.
 * @returns its exit code and everything it printed
 */
export function runAs(
  identity: Identity | null,
  command: string,
  options: string[],
): Promise<{ code: number; output: string }> {
  const [file, given] =
    identity && hasSetpriv() ? ["setpriv", [...setprivOptions(identity), command, ...options]] : [command, options];
  return new Promise((resolve, reject) => {
    const child = spawn(file, given, {
      ...(identity && file === command ? { uid: identity.uid, gid: identity.gid } : {}),
      // A server that pg_ctl starts inherits these; only files may be shared with it, or we would wait for it to end.
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, LC_ALL: "C", LC_MESSAGES: "C", PGCONNECT_TIMEOUT: "10" },
      cwd: "/",
    });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("exit", (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code: code ?? 1, output });
    });
  });
}

function setprivOptions(identity: Identity): string[] {
  return [
    `--reuid=${String(identity.uid)}`,
    `--regid=${String(identity.gid)}`,
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    // access(2) ignores capabilities of ordinary users without this, and Postgres asks it about its own binaries.
    "--securebits=+no_setuid_fixup",
  ];
}

let setpriv: boolean | undefined;

function hasSetpriv(): boolean {
  if (setpriv === undefined) {
    try {
      const help = execFileSync("setpriv", ["--help"], { encoding: "utf8", stdio: "pipe" });
      setpriv = help.includes("--ambient-caps");
    } catch {
      setpriv = false;
    }
  }
  return setpriv;
}
