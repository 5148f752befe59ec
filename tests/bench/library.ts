/** The desk's lists of media and tags, asked of the database directly. */
import type { Actor } from "@/lib/auth/actor";
import { sql } from "@/lib/db/pool";
import { listMedia, listMediaFrom } from "@/lib/media/library-queries";
import type { MediaFilterInput } from "@/lib/media/schema";
import { listTags } from "@/lib/taxonomy/queries";
import { measured } from "./measured";
import type { Row } from "./statistics";

const pictures = 50_000;
const tags = 20_000;

/** Asks a library of 50,000 pictures and 20,000 tags for what its screens open with. */
export async function measureLibrary(): Promise<Row[]> {
  const actor = await prepare();
  const filters: Record<string, MediaFilterInput> = {
    everything: {},
    "a rare word": { search: "file-31415" },
    "a word of many": { search: "ann exam" },
    "a word of all": { search: "picture" },
    "two letters": { search: "xy" },
    unused: { unused: true },
    "the top folder": { folderId: null },
  };
  const rows: Row[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    rows.push(await measured(`pictures, first page: ${name}`, () => listMedia(actor, filter, 1)));
    rows.push(await measured(`pictures, first stretch: ${name}`, () => listMediaFrom(actor, filter, null)));
  }
  const { pages } = await listMedia(actor, {}, 1);
  rows.push(await measured("pictures, last page", () => listMedia(actor, {}, pages)));
  rows.push(await measured("tags, page 200", () => listTags(actor, { page: 200 })));
  rows.push(await measured("tags by a word", () => listTags(actor, { words: "ated 1999" })));
  rows.push(await measured("tags, most used first", () => listTags(actor, { sort: "most-used" })));
  return rows;
}

async function prepare(): Promise<Actor> {
  const email = "bench@example.org";
  const [user] = await sql<{ id: number }>(
    `INSERT INTO app_user (email, name, role) VALUES ($1, 'Bench', 'editor')
     ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id`,
    [email],
  );
  if (!user) throw new Error("no account");
  await sql(
    `INSERT INTO media (sha256, key, original_name, width, height, widths, placeholder, bytes, alt, credit, created_at)
     SELECT encode(sha256(n::text::bytea), 'hex'), 'key/' || n, 'file-' || n || '.jpg', 640, 480, '{320,640}', '', 1,
       'Picture of thing ' || md5(n::text), CASE WHEN n % 500 = 0 THEN 'Ann Example' END,
       now() - make_interval(secs => n / 4)
     FROM generate_series(1, $1::int) n ON CONFLICT DO NOTHING`,
    [pictures],
  );
  await sql(
    "INSERT INTO tag (slug, name) SELECT 'generated-' || n, 'Generated ' || n FROM generate_series(1, $1::int) n ON CONFLICT DO NOTHING",
    [tags],
  );
  await sql("ANALYZE media, tag");
  return { kind: "user", id: user.id, email, role: "editor" };
}
