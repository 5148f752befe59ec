/** A page that says at both ends, and all along, of which version it is. */
import { keepPage, type KeptPage } from "@/lib/page-cache/kept-page";
import { routeOf } from "@/lib/page-cache/routes";
import type { PageFiles } from "@/lib/page-files/page-files";

export const rewrittenKey = "/news/rewritten";

/** 60 to 110 KB, of another length each time. */
export function textOf(version: number): string {
  const word = `<p>version ${String(version)} ${Math.sin(version).toString()}</p>`;
  return `${word.repeat(2_000 + (version % 50))}<p>end of ${String(version)}</p>`;
}

/** Which version a whole page is; null for one that is not whole. */
export function versionOf(text: string): number | null {
  const version = Number(/end of (\d+)<\/p>$/.exec(text)?.[1] ?? NaN);
  return text === textOf(version) ? version : null;
}

export function pageOf(version: number): Promise<KeptPage> {
  const rendered = { status: 200, headers: { "content-type": "text/html" }, body: Buffer.from(textOf(version)) };
  return keepPage(rendered, routeOf(rewrittenKey)?.family ?? "", { sharedMaxAge: null });
}

/** Puts a version in place; resolves when it was looked at for the last time. Every tenth is taken away after that. */
export async function rewrite(files: PageFiles, version: number): Promise<void> {
  const page = await pageOf(version);
  await new Promise<void>((resolve) => {
    let looks = 0;
    const isCurrent = (): boolean => {
      looks += 1;
      if (looks === 2) setImmediate(resolve);
      return true;
    };
    files.put(rewrittenKey, page, { isCurrent, replace: true });
  });
  if (version % 10 === 0) files.changed(new Set([rewrittenKey]));
}
