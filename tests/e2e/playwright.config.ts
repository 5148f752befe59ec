import { mkdirSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { browserOptions, browserPath } from "./browser";
import { deskLogFile } from "./desk/server-log";
import { serverLogFile } from "./server-log";

export const port = 3210;
/** The desk's tests change the magazine, so they have one of their own. */
export const deskPort = 3211;
const root = path.resolve(import.meta.dirname, "..", "..");
mkdirSync(path.dirname(serverLogFile), { recursive: true });

export default defineConfig({
  testDir: ".",
  outputDir: path.join(root, "test-results"),
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A busy machine may cost one key; what fails twice is broken, what failed once is listed as flaky.
  retries: 1,
  timeout: 240_000,
  // How long is measured elsewhere (npm run bench); here it only matters that it happens, also on a busy machine.
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: address(port),
    launchOptions: { executablePath: await browserPath(), args: browserOptions },
    trace: "retain-on-failure",
  },
  projects: [
    { name: "site", testIgnore: ["**/e2e/desk/**", "**/e2e/desk-*.spec.ts"] },
    {
      name: "desk-accounts",
      testMatch: "**/e2e/desk/desk.setup.ts",
      fullyParallel: false,
      use: { baseURL: address(deskPort) },
    },
    {
      name: "desk",
      testMatch: ["**/e2e/desk-*.spec.ts", "**/e2e/desk/*.spec.ts"],
      dependencies: ["desk-accounts"],
      use: { baseURL: address(deskPort) },
    },
  ],
  webServer: [
    server(port, "tests/e2e/start-server.ts", serverLogFile),
    server(deskPort, "tests/e2e/desk/start-server.ts", deskLogFile),
  ],
});

function address(onPort: number): string {
  return `http://localhost:${String(onPort)}`;
}

function server(onPort: number, script: string, logFile: string) {
  return {
    command: `node --import tsx ${script} > "${logFile}"`,
    cwd: root,
    env: { PORT: String(onPort) },
    url: `${address(onPort)}/readyz`,
    // The first start draws and encodes every picture of the sample content.
    timeout: 600_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    reuseExistingServer: false,
  } as const;
}
