/** Settings of the Prisma CLI (`npx prisma …`). The application does not read this file. */
import path from "node:path";
import { defineConfig } from "prisma/config";

// The CLI would download a native schema engine; this script runs the same engine from npm. Must be absolute, because
// the CLI resolves it against the directory it was called from.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= path.join(import.meta.dirname, "prisma/schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: {
    // `generate` and `validate` need no database. Commands that do then name a server nobody runs (port 1).
    url: process.env.DATABASE_URL || "postgresql://localhost:1/DATABASE_URL_is_not_set",
    shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL || undefined,
  },
});
