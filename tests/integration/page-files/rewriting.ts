/**
 * Rewrites one page without a pause, and takes it away now and then: run as a process of its own, to be killed.
 * PAGE_FILES_DIR and SITE_URL come with the environment.
 */
import { env } from "@/lib/env";
import { PageFiles } from "@/lib/page-files/page-files";
import { rewrite } from "./rewritten-page";

const { PAGE_FILES_DIR: directory = "", SITE_URL: siteUrl } = env();
const files = new PageFiles({ directory, siteUrl, limit: 2 ** 40 });
for (let version = 1; ; version += 1) {
  await rewrite(files, version);
  if (version === 1) process.send?.("running");
}
