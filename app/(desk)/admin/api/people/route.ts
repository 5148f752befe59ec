import { listPeopleById } from "@/lib/people/people-search-queries";
import { findPeople } from "@/lib/people/queries";
import { deskRoute } from "@/lib/web/desk-route";
import { readIdList } from "@/lib/web/id-list";

/** People and desks whose name holds `q`, or those with the `ids`. */
export const GET = deskRoute(async (user, request) => {
  const { searchParams } = new URL(request.url);
  const ids = readIdList(searchParams.get("ids"));
  return { people: ids ? await listPeopleById(user, ids) : await findPeople(user, searchParams.get("q") ?? "") };
});
