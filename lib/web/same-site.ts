const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something was made by a page of this site. Browsers say where a request comes from in
 * Sec-Fetch-Site and Origin, and no script can change either; a request with neither was made by no browser's page,
 * carries no session of a browser, and may pass. The host the request itself names counts as ours too, so that the desk
 * works at 127.0.0.1 and behind a proxy that hands the host on.
 * @param siteUrl SITE_URL
 */
export function isSameSite(method: string, headers: Headers, siteUrl: string): boolean {
  if (safeMethods.has(method.toUpperCase())) return true;
  const fetchSite = headers.get("sec-fetch-site");
  if (fetchSite !== null && fetchSite !== "same-origin" && fetchSite !== "none") return false;
  const origin = headers.get("origin");
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === new URL(siteUrl).host || host === headers.get("host");
}
