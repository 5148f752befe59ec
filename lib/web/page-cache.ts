/** Puts the page cache before the handler of the site. */
import type { RequestListener } from "node:http";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { sharedMaxAge } from "@/lib/cdn/configured";
import { env } from "@/lib/env";
import { withPageCache } from "@/lib/page-cache/front";
import { startPageCache } from "@/lib/page-cache/start";
import { PageFiles } from "@/lib/page-files/page-files";
import type { Admit } from "./admission";
import { whileWarming } from "./health";
import { renderInProcess } from "./render-in-process";
import { cameByOtherOrigin } from "./site-origin";

const megabyte = 1024 * 1024;

type OpenPageCache = {
  handle: RequestListener;
  warm: () => Promise<void>;
  note: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * @param handler makes every page anew
 * @param admit decides who may ask for what is not in memory
 * @returns null when PAGE_CACHE_MB is 0
 * @throws Error when the database can't be reached
 */
export async function openPageCache(handler: RequestListener, admit: Admit): Promise<OpenPageCache | null> {
  const { PAGE_CACHE_MB, SITE_URL: siteUrl, TRUSTED_PROXIES: trustedProxies } = env();
  if (PAGE_CACHE_MB === 0) return null;
  const files = pageFiles();
  const { cache, warm, note, stop } = await startPageCache({
    render: renderInProcess(handler),
    limit: PAGE_CACHE_MB * megabyte,
    sharedMaxAge: sharedMaxAge(),
    mirror: files,
  });
  // Changes are heard of from here on, and no page has been made yet.
  files?.start();
  const handle = withPageCache(cache, handler, {
    sessionCookie: sessionCookieName(),
    cameElsewhere: (headers) => cameByOtherOrigin(headers, { siteUrl, trustedProxies }),
    admit,
  });
  return {
    handle,
    warm: () => whileWarming(warm),
    note,
    stop: async () => {
      await Promise.all([stop(), files?.stop()]);
    },
  };
}

function pageFiles(): PageFiles | null {
  const { PAGE_FILES_DIR: directory, PAGE_FILES_MB, SITE_URL: siteUrl } = env();
  return directory ? new PageFiles({ directory, siteUrl, limit: PAGE_FILES_MB * megabyte }) : null;
}
