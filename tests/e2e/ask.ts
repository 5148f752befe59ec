/** Plain HTTP, for what is not a browser's business. */

export type Answer = {
  status: number;
  headers: Headers;
  /** The body as text; empty for binaries that were not asked for as text. */
  text: string;
};

/** Asks for one address as it is written, and follows no redirect. */
export async function ask(address: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address, { redirect: "manual", ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** How many bytes an address costs a browser that takes brotli and gzip. */
export async function transferredBytes(address: string): Promise<number> {
  const { status, headers } = await ask(address, { headers: { "accept-encoding": "gzip, br" } });
  const length = headers.get("content-length");
  if (status !== 200 || length === null) throw new Error(`${address}: status ${String(status)}, no length`);
  return Number(length);
}
