/** Which browser the tests use: one that is there, or the one inside an npm package. Nothing is ever downloaded. */
import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** No sandbox, since containers run as root; and none of a browser's own conversations with its vendor. */
export const browserOptions = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of a Chromium: CHROMIUM_PATH, an installed one, or the package's own, unpacked at first use. */
export async function browserPath(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return chosen;
  return installed.find((file) => existsSync(file)) ?? (await sparticuz.executablePath());
}
