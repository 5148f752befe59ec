/** nginx with one page, on the core that the site has. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/tests/e2e/magazine-process";
import type { ServerProcess } from "./site-process";

export type StaticOptions = {
  /**
   * Files that were opened stay open, as an operator who wants speed would write it; without it each is opened anew, as is usual
   * and as pages need that must be gone when they are removed.
   */
  keepsFilesOpen: boolean;
  /** What the answer says besides its type and encoding. */
  headers?: Record<string, string>;
};

/** @returns null where there is no nginx */
export async function startStaticNginx(
  body: Buffer,
  options: StaticOptions = { keepsFilesOpen: true },
): Promise<ServerProcess | null> {
  if (spawnSync("nginx", ["-v"]).status !== 0) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "bench-nginx-"));
  mkdirSync(path.join(folder, "pages"));
  writeFileSync(path.join(folder, "pages", "index.html.br"), body);
  const port = await freePort();
  const file = path.join(folder, "nginx.conf");
  writeFileSync(file, configuration(folder, port, options));
  const child = spawn("taskset", ["-c", "0", "nginx", "-p", folder, "-c", file], { stdio: "inherit" });
  const base = `http://127.0.0.1:${String(port)}`;
  await answers(base);
  return {
    base,
    stop: async () => {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number, { keepsFilesOpen, headers = {} }: StaticOptions): string {
  // Its folder is this user's own.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `
    ${user} daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    events { worker_connections 1024; }
    http {
      access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; ${keepsFilesOpen ? "open_file_cache max=100;" : ""}
      client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
      uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
      server {
        listen 127.0.0.1:${String(port)};
        root ${folder}/pages;
        location / {
          try_files /index.html.br =404;
          types {} default_type "text/html; charset=utf-8";
          add_header Content-Encoding br;
          ${Object.entries(headers)
            .map(([name, value]) => `add_header ${name} ${JSON.stringify(value)};`)
            .join("\n          ")}
        }
      }
    }`;
}

async function answers(base: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(base, { method: "HEAD" }).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nginx did not start");
}
