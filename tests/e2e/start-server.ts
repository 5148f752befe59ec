/**
 * The site as `npm start` runs it, with a database of its own in .cache/e2e. It is kept for the next run as long as the
 * sample content and the schema are the same, since drawing the pictures takes a minute.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stopEmbeddedDatabase } from "@/lib/db/embedded/server";

const directory = path.resolve(".cache/e2e");
const stampFile = path.join(directory, "stamp");
const stamp = createHash("sha256");
for (const file of globSync("{prisma,lib}/**/*.{ts,md,yaml,json,sql,prisma}", {
  exclude: ["lib/db/generated/**"],
}).sort()) {
  stamp.update(file).update(readFileSync(file));
}
const current = stamp.digest("hex");
if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== current) {
  await stopEmbeddedDatabase(path.join(directory, "postgres"));
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
}

process.env.DATA_DIR = directory;
process.env.WEB_CONCURRENCY = "1";
process.env.SERVER_TIMING = "1";
process.env.LOG_LEVEL = "info";
delete process.env.DATABASE_URL;
delete process.env.SITE_URL;
await import("../../server");
const ready = setInterval(() => {
  void fetch(`http://localhost:${process.env.PORT ?? ""}/readyz`).then(
    (response) => {
      if (!response.ok) return;
      writeFileSync(stampFile, current);
      clearInterval(ready);
    },
    () => undefined,
  );
}, 500);
