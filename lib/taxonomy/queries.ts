import { sql } from "@/lib/db/pool";

export type TagView = { id: number; slug: string; name: string; description: string };

/** A tag by its slug, or null. Whether it has visible articles is for the list to say. */
export async function findTag(slug: string): Promise<TagView | null> {
  const [row] = await sql<TagView>("SELECT id, slug, name, description FROM tag WHERE slug = $1", [slug]);
  return row ?? null;
}
