/** A real nginx with .deploy/nginx.conf, in front of servers of a test's own. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../e2e/magazine-process";

export type Nginx = {
  base: string;
  /** What is PAGE_FILES_DIR for the magazine. */
  pageFiles: string;
  /** Of the first process. */
  pid: number;
  stop: () => Promise<void>;
};

/** Milliseconds for the hook that starts it: it may have to be downloaded first. */
export const nginxPatience = 300_000;

type Program = { command: string; env: NodeJS.ProcessEnv };

const cache = path.resolve(".cache/nginx");
/** Which of them holds the program differs among Debian's and Ubuntu's versions. */
const packages = ["nginx", "nginx-light", "nginx-core"];

type Place = {
  /** On which it listens; a free one when left out. */
  port?: number;
  /** PAGE_FILES_DIR of the magazine behind it; one of its own when left out. */
  pageFiles?: string;
};

/**
 * @param ports of the two instances behind it, on 127.0.0.1
 * @throws Error when there is no nginx, or it does not take the configuration
 */
export async function startNginx(ports: readonly [number, number], place: Place = {}): Promise<Nginx> {
  const port = place.port ?? (await freePort());
  const program = findNginx();
  const directory = mkdtempSync(path.join(tmpdir(), "magazine-nginx-"));
  chmodSync(directory, 0o755);
  const pageFiles = place.pageFiles ?? path.join(directory, "cache");
  const file = path.join(directory, "nginx.conf");
  writeFileSync(file, adapted({ directory, port, ports, pageFiles }));
  const started = ["-p", directory, "-c", file];
  const tested = spawnSync(program.command, ["-t", ...started], { encoding: "utf8", env: program.env });
  if (!tested.stderr.includes("test is successful") || tested.stderr.includes("[warn]")) throw new Error(tested.stderr);
  const child = spawn(program.command, started, { stdio: "ignore", env: program.env });
  const base = `http://127.0.0.1:${String(port)}`;
  await answering(child, base);
  return {
    base,
    pageFiles,
    pid: child.pid ?? NaN,
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function answering(child: ChildProcess, base: string): Promise<void> {
  while (child.exitCode === null) {
    const isThere = await fetch(base).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nginx ended as soon as it was started");
}

/** The file as it is shipped, with the addresses and folders of this test. */
function adapted({
  directory,
  port,
  ports: [first, second],
  pageFiles,
}: Required<Place> & { directory: string; ports: readonly [number, number] }): string {
  let text = readFileSync(".deploy/nginx.conf", "utf8");
  const replace = (from: string, to: string): void => {
    if (text.split(from).length !== 2) throw new Error(`nginx.conf should say once: ${from}`);
    text = text.replace(from, to);
  };
  replace("pid /run/nginx.pid", `pid ${directory}/nginx.pid`);
  replace("listen 8080;", `listen 127.0.0.1:${String(port)};`);
  replace("server app-1:3000", `server 127.0.0.1:${String(first)}`);
  replace("server app-2:3000", `server 127.0.0.1:${String(second)}`);
  replace("root /var/cache/magazine;", `root ${pageFiles};`);
  replace("root /etc/nginx/magazine;", `root ${path.resolve(".deploy")};`);
  // Where a system's nginx keeps what it buffers belongs to another user, or is not there; everything else stays as it is.
  const buffers = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const places = buffers.map((name) => `  ${name}_temp_path ${directory}/${name};\n`).join("");
  replace("http {\n", `http {\n${places}`);
  return `daemon off;\n${process.getuid?.() === 0 ? "user root;\n" : ""}${text}`;
}

/**
 * The system's nginx, or else Debian's package of it, unpacked under .cache/ without a change to the system.
 * @throws Error that says what to install
 */
function findNginx(): Program {
  // /usr/sbin is not on every user's path.
  for (const command of ["nginx", "/usr/sbin/nginx"])
    if (runs({ command, env: process.env })) return { command, env: process.env };
  const kept = unpacked();
  if (runs(kept)) return kept;
  const failure = unpack();
  if (failure === null && runs(unpacked())) return unpacked();
  throw new Error(
    "This test needs nginx. Install it (apt-get install nginx-light, brew install nginx, or what your system calls it). " +
      `It could not be taken from a Debian package: ${failure ?? "its program does not run here"}`,
  );
}

function runs({ command, env }: Program): boolean {
  return spawnSync(command, ["-v"], { env }).status === 0;
}

function unpacked(): Program {
  const libraries = ["usr/lib", "lib"].flatMap((folder) => {
    const parent = path.join(cache, folder);
    return existsSync(parent) ? readdirSync(parent).map((name) => path.join(parent, name)) : [];
  });
  const env = { ...process.env, LD_LIBRARY_PATH: libraries.join(":") };
  return { command: path.join(cache, "usr/sbin/nginx"), env };
}

/** Into a folder of its own first: another test file may be doing the same. @returns why it failed, or null */
function unpack(): string | null {
  const folder = `${cache}-${String(process.pid)}`;
  const root = path.join(folder, "root");
  try {
    for (const name of ["lists/partial", "archives/partial", "root"])
      mkdirSync(path.join(folder, name), { recursive: true });
    apt(folder, "update");
    const found = packages.some((name) => {
      download(folder, name);
      return existsSync(path.join(root, "usr/sbin/nginx"));
    });
    if (!found) return "no package holds it";
    if (existsSync(cache)) rmSync(cache, { recursive: true, force: true });
    renameSync(root, cache);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Unpacks a package and the libraries that it needs. */
function download(folder: string, name: string): void {
  const file = fetchPackage(folder, name);
  if (file === null) return;
  const needed = run("dpkg-deb", ["--field", file, "Depends"], folder);
  extract(folder, file);
  if (!existsSync(path.join(folder, "root/usr/sbin/nginx"))) return;
  const libraries = [...needed.matchAll(/(?:^|, )(lib(?!nginx)[a-z0-9.+-]+)/g)].map(([, library]) => library ?? "");
  for (const library of libraries.filter((other) => other !== "libc6")) {
    const archive = fetchPackage(folder, library);
    if (archive !== null) extract(folder, archive);
  }
}

function fetchPackage(folder: string, name: string): string | null {
  try {
    apt(folder, "download", name);
  } catch {
    return null;
  }
  const file = readdirSync(folder).find((entry) => entry.startsWith(`${name}_`) && entry.endsWith(".deb"));
  return file === undefined ? null : path.join(folder, file);
}

function extract(folder: string, file: string): void {
  run("dpkg-deb", ["--extract", file, path.join(folder, "root")], folder);
}

/** With lists of its own: those of the system may be missing, and are root's to bring up to date. */
function apt(folder: string, ...words: string[]): void {
  const settings = {
    "Dir::State::Lists": path.join(folder, "lists"),
    "Dir::Cache": folder,
    "APT::Sandbox::User": "root",
    "Debug::NoLocking": "1",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  run("apt-get", ["-qq", ...options, ...words], folder);
}

function run(command: string, words: string[], folder: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, { cwd: folder, encoding: "utf8" });
  if (error) throw new Error(`${command}: ${error.message}`);
  if (status !== 0) throw new Error(`${command} ${words.at(-1) ?? ""}: ${stderr.trim()}`);
  return stdout;
}
