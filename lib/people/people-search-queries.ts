/** People for fields that take a byline or a reviewer. Searching by words is findPeople in queries.ts. */
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { sql } from "@/lib/db/pool";

export type PersonName = {
  id: number;
  slug: string;
  name: string;
  kind: "person" | "desk";
  credentials: string | null;
};

/** More than a byline can name. */
const mostIds = 50;

/** People and desks with these ids, by name; who is gone is left out. At most 50 are looked up. @throws AppError "forbidden" */
export function listPeopleById(actor: Actor, ids: readonly number[]): Promise<PersonName[]> {
  authorise(actor, "article.read");
  return sql<PersonName>(
    "SELECT id, slug, name, kind, credentials FROM person WHERE id = ANY ($1::int[]) ORDER BY lower(name), id",
    [ids.slice(0, mostIds)],
  );
}
