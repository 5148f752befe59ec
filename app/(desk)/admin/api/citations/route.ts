import {
  findCitationByDoi,
  findCitationByPmid,
  suggestCitation,
  type AddressInput,
  type DoiInput,
  type PmidInput,
} from "@/lib/citations/find-citation";
import { deskRoute } from "@/lib/web/desk-route";
import { readJson } from "@/lib/web/read-json";

/** Looks a work up: `{ doi }`, `{ pmid }` or `{ url }`, each with `taken`, the keys that the reference list has. */
export const POST = deskRoute(async (user, request) => {
  const asked = await readJson(request);
  if ("doi" in asked) return findCitationByDoi(user, asked as DoiInput);
  if ("pmid" in asked) return findCitationByPmid(user, asked as PmidInput);
  return suggestCitation(user, asked as AddressInput);
});
