import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { AppError } from "@/lib/errors";
import { offsetOf, pageOf, type PageOf } from "@/lib/pagination";
import type { MediaView } from "@/lib/media/types";
import { visibleAt } from "@/lib/publications/card-sql";
import { personLinksSchema, type PersonLink } from "./schema";

export type PersonView = {
  id: number;
  slug: string;
  name: string;
  kind: "person" | "desk";
  bio: string;
  credentials: string | null;
  jobTitle: string | null;
  licence: string | null;
  orcid: string | null;
  links: PersonLink[];
  portrait: MediaView | null;
};

/** An author page as its form edits it. */
export type PersonRecord = PersonView & { version: number; portraitId: number | null };

/** Somebody in the desk's list. */
export type PersonEntry = Pick<PersonView, "id" | "slug" | "name" | "kind" | "jobTitle" | "credentials"> & {
  /** Working copies that they sign, outside the trash. */
  articles: number;
  reviewed: number;
};

const peoplePageSize = 50;
const proposed = 20;

const recordColumns = `p.id, p.slug, p.name, p.kind, p.bio, p.credentials, p.job_title AS "jobTitle", p.licence, p.orcid,
  p.links, p.portrait_id AS "portraitId", p.version,
  CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'key', m.key, 'width', m.width, 'height', m.height,
    'widths', m.widths, 'placeholder', m.placeholder, 'alt', m.alt, 'credit', m.credit) END AS portrait`;
const recordFrom = "FROM person p LEFT JOIN media m ON m.id = p.portrait_id";

type RecordRow = Omit<PersonRecord, "links"> & { links: unknown };

/** A person or desk by slug, or null. */
export async function findPerson(slug: string): Promise<PersonView | null> {
  const [row] = await sql<RecordRow>(`SELECT ${recordColumns} ${recordFrom} WHERE p.slug = $1`, [slug]);
  return row ? { ...row, links: personLinksSchema.parse(row.links) } : null;
}

/** An author page for its form. @throws AppError "forbidden", "not-found" */
export async function getPerson(actor: Actor, id: number): Promise<PersonRecord> {
  authorise(actor, "person.edit");
  const [row] = await sql<RecordRow>(`SELECT ${recordColumns} ${recordFrom} WHERE p.id = $1`, [id]);
  if (!row) throw new AppError("not-found", "There is no such author page.");
  return { ...row, links: personLinksSchema.parse(row.links) };
}

/** A page of all people and desks whose name holds `words`, by name. @throws AppError "forbidden", "not-found" */
export async function listPeople(actor: Actor, words = "", page = 1): Promise<PageOf<PersonEntry>> {
  authorise(actor, "person.edit");
  const values = [words.trim().slice(0, 120)];
  const matching = "strpos(lower(p.name), lower($1)) > 0";
  const [rows, [count]] = await Promise.all([
    sql<PersonEntry>(
      `SELECT p.id, p.slug, p.name, p.kind, p.job_title AS "jobTitle", p.credentials,
         (SELECT count(*) FROM article_author j JOIN article a ON a.id = j.article_id
          WHERE j.person_id = p.id AND a.trashed_at IS NULL) AS articles,
         (SELECT count(*) FROM article a WHERE a.reviewer_id = p.id AND a.trashed_at IS NULL) AS reviewed
       FROM person p WHERE ${matching} ORDER BY lower(p.name), p.id LIMIT $2 OFFSET $3`,
      [...values, peoplePageSize, offsetOf(page, peoplePageSize)],
    ),
    sql<{ total: number }>(`SELECT count(*) AS total FROM person p WHERE ${matching}`, values),
  ]);
  return pageOf(rows, page, count?.total ?? 0, peoplePageSize);
}

/** People whose name holds `words`. For fields that take a byline or a reviewer. @throws AppError "forbidden" */
export async function findPeople(
  actor: Actor,
  words: string,
): Promise<Pick<PersonView, "id" | "slug" | "name" | "kind" | "credentials">[]> {
  authorise(actor, "article.read");
  return sql(
    `SELECT id, slug, name, kind, credentials FROM person WHERE strpos(lower(name), lower($1)) > 0
     ORDER BY lower(name), id LIMIT ${String(proposed)}`,
    [words.trim().slice(0, 120)],
  );
}

/** People and desks that signed or reviewed something visible. */
export async function listAuthorSlugs(): Promise<string[]> {
  const rows = await sql<{ slug: string }>(
    `SELECT slug FROM person WHERE EXISTS (
       SELECT 1 FROM publication_author j JOIN publication p ON p.id = j.publication_id
       WHERE j.person_id = person.id AND ${visibleAt("p", "$1")})
     OR EXISTS (SELECT 1 FROM publication p WHERE p.reviewer_id = person.id AND ${visibleAt("p", "$1")}) ORDER BY slug`,
    [now()],
  );
  return rows.map(({ slug }) => slug);
}
