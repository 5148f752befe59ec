import { mkdirSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { browserOptions, browserPath } from "./browser";
import { serverLogFile } from "./server-log";

export const port = 3210;
const root = path.resolve(import.meta.dirname, "..", "..");
mkdirSync(path.dirname(serverLogFile), { recursive: true });

export default defineConfig({
  testDir: ".",
  outputDir: path.join(root, "test-results"),
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${String(port)}`,
    launchOptions: { executablePath: await browserPath(), args: browserOptions },
    trace: "retain-on-failure",
  },
  webServer: {
    command: `node --import tsx tests/e2e/start-server.ts > "${serverLogFile}"`,
    cwd: root,
    env: { PORT: String(port) },
    url: `http://localhost:${String(port)}/readyz`,
    // The first start draws and encodes every picture of the sample content.
    timeout: 600_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    reuseExistingServer: false,
  },
});
