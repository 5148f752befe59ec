import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { visibleAt } from "@/lib/publications/card-sql";
import { personLinksSchema, type PersonLink } from "./schema";

export type PersonView = {
  id: number;
  slug: string;
  name: string;
  kind: "person" | "desk";
  bio: string;
  credentials: string | null;
  links: PersonLink[];
};

/** A person or desk by slug, or null. */
export async function findPerson(slug: string): Promise<PersonView | null> {
  const [row] = await sql<Omit<PersonView, "links"> & { links: unknown }>(
    "SELECT id, slug, name, kind, bio, credentials, links FROM person WHERE slug = $1",
    [slug],
  );
  return row ? { ...row, links: personLinksSchema.parse(row.links) } : null;
}

/** People and desks that signed something visible. */
export async function listAuthorSlugs(): Promise<string[]> {
  const rows = await sql<{ slug: string }>(
    `SELECT slug FROM person WHERE EXISTS (
       SELECT 1 FROM publication_author j JOIN publication p ON p.id = j.publication_id
       WHERE j.person_id = person.id AND ${visibleAt("p", "$1")}) ORDER BY slug`,
    [now()],
  );
  return rows.map(({ slug }) => slug);
}
