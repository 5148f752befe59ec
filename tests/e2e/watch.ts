/** Keeps an eye on a page: whatever goes wrong behind the reader's back. */
import { expect, type Page } from "@playwright/test";

export type Watch = {
  /** Waits until every request that was started has an answer. */
  settled: () => Promise<void>;
  /** Errors of the console and of scripts, failed requests, and requests to other hosts. */
  problems: string[];
  /** Addresses of all requests, in order. */
  requests: string[];
};

/** Call it before the page is opened. @param home the site's own address; only it may be asked for anything */
export function watch(page: Page, home: string): Watch {
  const problems: string[] = [];
  const requests: string[] = [];
  const open = new Set<unknown>();
  const host = new URL(home).host;

  page.on("request", (request) => {
    open.add(request);
    requests.push(request.url());
    if (!request.url().startsWith("data:") && new URL(request.url()).host !== host) {
      problems.push(`request to another host: ${request.url()}`);
    }
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => {
    open.delete(request);
    problems.push(`failed request: ${request.url()} ${request.failure()?.errorText ?? ""}`);
  });
  page.on("response", (response) => {
    // The page's own status is each test's business; what it consists of must be there.
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      problems.push(`status ${String(response.status())}: ${response.url()}`);
    }
  });
  page.on("pageerror", (error) => problems.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    // The browser notes the 404 of the very page in its console.
    const isThePageItself = message.location().url === page.url() && message.text().includes("status of 404");
    if (["error", "warning"].includes(message.type()) && !isThePageItself) {
      problems.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  const settled = (): Promise<void> => expect.poll(() => open.size, { intervals: [20, 50, 100] }).toBe(0);
  return { settled, problems, requests };
}
