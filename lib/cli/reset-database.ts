/** `npm run db:reset`: throws the embedded database and its pictures away; the next start begins anew. */
import { rmSync } from "node:fs";
import path from "node:path";
import { stopEmbeddedDatabase } from "@/lib/db/embedded/server";
import { env, loadEnvironmentFile } from "@/lib/env";

loadEnvironmentFile();
if (env().DATABASE_URL) {
  process.stderr.write(
    "DATABASE_URL is set: only the embedded database can be reset. `npx prisma migrate reset` empties yours.\n",
  );
  process.exit(1);
}
await stopEmbeddedDatabase(path.join(env().DATA_DIR, "postgres"));
rmSync(path.join(env().DATA_DIR, "postgres"), { recursive: true, force: true });
rmSync(path.join(env().DATA_DIR, "storage"), { recursive: true, force: true });
process.stdout.write("The embedded database and its pictures are gone; `npm start` makes new ones.\n");
