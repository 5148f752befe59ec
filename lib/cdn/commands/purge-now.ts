import { AppError } from "@/lib/errors";
import { configuredCdn } from "../configured";
import { sendPurge } from "../send";
import { siteTag } from "../tags";

/**
 * Has the CDN drop all pages of this site, on the spot, as an operator asks for after a deployment.
 * @param everything all that the CDN keeps of the zone or service besides, pictures and other sites in it included
 * @returns the CDN's name
 * @throws AppError "invalid" without a CDN, "unavailable" when it does not do it
 */
export async function purgeNow({ everything }: { everything: boolean }): Promise<string> {
  const cdn = configuredCdn();
  if (!cdn) throw new AppError("invalid", "No CDN is set: see CDN in .env.example.");
  const verdict = await sendPurge(cdn, everything ? "everything" : { tags: [siteTag] }, new AbortController().signal);
  if (verdict.kind === "done") return cdn.name;
  throw new AppError("unavailable", `${cdn.name} did not purge: ${verdict.reason}`);
}
