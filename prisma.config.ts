/** Settings of the Prisma CLI (`npx prisma …`). The application does not read this file. */
import path from "node:path";
import { defineConfig } from "prisma/config";

// The CLI would download a native schema engine; this script runs the same engine from npm. Absolute, because the CLI
// resolves it against the directory it was called from. Windows starts no scripts: there the download remains.
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= path.join(import.meta.dirname, "prisma/schema-engine.mjs");
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: {
    // `generate` and `validate` need no database. A command that does says what is missing when it finds nobody here.
    url: process.env.DATABASE_URL || "postgresql://localhost:1/DATABASE_URL_is_not_set",
    shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL || undefined,
  },
});
