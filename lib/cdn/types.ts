/** What is to be taken out of a CDN: what carries one of these tags, or all that it keeps of the whole service. */
export type Purge = { tags: readonly string[] } | "everything";

export type PurgeRequest = { url: string; headers: Record<string, string>; body: string };

/** A kind of CDN, as this operator has it. */
export type Cdn = {
  /** For people. */
  name: string;
  /** Without credentials, for people. */
  endpoint: string;
  /** Never to be shown or logged. */
  token: string;
  /** POST requests that together do it; each may be repeated without harm. */
  requests: (purge: Purge) => PurgeRequest[];
  /** For those who answer 200 also when they refuse. */
  isRefusal?: (answer: string) => boolean;
};
