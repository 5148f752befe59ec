-- A sitemap file reads 50,000 articles in the order of their ids. Everything it says of them stands in the index, so that
-- the rows, which carry whole texts, are not read.
CREATE INDEX "publication_sitemap_idx" ON "publication"("article_id", "visible_from", "visible_until", "noindex", "id", "slug", "category_id", "modified_at", "cover_id", "canonical_url");

-- When a file changed last: the newest beginning and the newest end in it (lib/publications/queries/sitemap.ts). Prisma has
-- no word for an index of an expression.
CREATE INDEX "publication_sitemap_file_from_idx" ON "publication"((("article_id" - 1) / 50000), "visible_from");
CREATE INDEX "publication_sitemap_file_until_idx" ON "publication"((("article_id" - 1) / 50000), "visible_until");
