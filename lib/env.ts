/**
 * The environment, read in this file and nowhere else. Every variable is described in .env.example; a test compares
 * that file with the schema below.
 */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { z } from "zod";
import { cdnKinds, cdnProblems } from "./cdn/variables";
import { parseS3Address } from "./storage/s3-address";

const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((value) => value === "1");

const variablesSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce
    .number({ error: "must be a whole number from 0 to 65535" })
    .int("must be a whole number from 0 to 65535")
    .min(0, "must be a whole number from 0 to 65535")
    .max(65_535, "must be a whole number from 0 to 65535")
    .default(3000),
  HOST: z.string().min(1, "must not be empty").default("0.0.0.0"),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://example.org" })
    .refine((value) => !URL.canParse(value) || new URL(value).pathname === "/", "must have no path")
    .transform((value) => value.replace(/\/$/, ""))
    .optional(),
  TRUSTED_PROXIES: z.coerce
    .number({ error: "must be a whole number from 0 to 10" })
    .int("must be a whole number from 0 to 10")
    .min(0, "must be a whole number from 0 to 10")
    .max(10, "must be a whole number from 0 to 10")
    .default(0),
  WEB_CONCURRENCY: z.coerce
    .number({ error: "must be a whole number from 1 to 32" })
    .int("must be a whole number from 1 to 32")
    .min(1, "must be a whole number from 1 to 32")
    .max(32, "must be a whole number from 1 to 32")
    .optional(),
  WORKER_HEAP_MB: z.coerce
    .number({ error: "must be a whole number from 128 to 16384" })
    .int("must be a whole number from 128 to 16384")
    .min(128, "must be a whole number from 128 to 16384")
    .max(16_384, "must be a whole number from 128 to 16384")
    .default(384),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must start with postgres:// or postgresql://" })
    .optional(),
  DATABASE_POOL_SIZE: z.coerce
    .number({ error: "must be a whole number from 1 to 200" })
    .int("must be a whole number from 1 to 200")
    .min(1, "must be a whole number from 1 to 200")
    .max(200, "must be a whole number from 1 to 200")
    .default(10),
  DATA_DIR: z.string().min(1, "must not be empty").default(".data"),
  STORAGE_URL: z
    .string()
    .regex(/^(file|s3):/, "must start with file: or s3:")
    .superRefine((value, context) => {
      const message = s3AddressProblem(value);
      if (message !== null) context.addIssue({ code: "custom", message });
    })
    .optional(),
  SAMPLE_CONTENT: flag.default(true),
  STAGING: flag.default(false),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "must be fatal, error, warn, info, debug, trace or silent",
    })
    .default("info"),
  PAGE_CACHE_MB: z.coerce
    .number({ error: "must be a whole number from 0 to 65536" })
    .int("must be a whole number from 0 to 65536")
    .min(0, "must be a whole number from 0 to 65536")
    .max(65_536, "must be a whole number from 0 to 65536")
    .default(256),
  PAGE_FILES_DIR: z.string().min(1, "must not be empty").optional(),
  PAGE_FILES_MB: z.coerce
    .number({ error: "must be a whole number from 1 to 1048576" })
    .int("must be a whole number from 1 to 1048576")
    .min(1, "must be a whole number from 1 to 1048576")
    .max(1_048_576, "must be a whole number from 1 to 1048576")
    .default(1024),
  SERVER_TIMING: flag.default(false),
  /** 32 characters of a random text carry more than 128 bits, however it is written. */
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters; make one with: openssl rand -hex 32").optional(),
  ADMIN_EMAIL: z.email("must be an e-mail address").max(254, "must have at most 254 characters").optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(12, "must have at least 12 characters")
    .max(1000, "must have at most 1000 characters")
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be an address such as smtps://user:password@mail.example.org" })
    .optional(),
  WEBSUB_HUB_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://hub.example.org/" })
    .optional(),
  /** The form of keys is part of the protocol (indexnow.org, documentation). */
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, "must have 8 to 128 of a-z, A-Z, 0-9 and -")
    .optional(),
  INDEXNOW_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://api.indexnow.org/indexnow" })
    .default("https://api.indexnow.org/indexnow"),
  CDN: z.enum(cdnKinds, { error: "must be none, http, cloudflare or fastly" }).optional(),
  CDN_PURGE_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://cache.example.org/purge" })
    .refine((value) => !URL.canParse(value) || new URL(value).username === "", "must hold no user name or password")
    .optional(),
  /** It goes into a header, whose rules would otherwise be broken with the token in the message. */
  CDN_PURGE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{8,}$/, "must have at least 8 characters, all of them visible ASCII")
    .optional(),
  CDN_ZONE: z
    .string()
    .regex(/^[0-9a-f]{32}$/, "must be the zone's ID: 32 of 0-9 and a-f")
    .optional(),
  CDN_SERVICE: z
    .string()
    .regex(/^[A-Za-z0-9]{1,64}$/, "must be the service's ID: letters and digits")
    .optional(),
  CDN_MAX_AGE: z.coerce
    .number({ error: "must be a whole number of seconds from 1 to 86400" })
    .int("must be a whole number of seconds from 1 to 86400")
    .min(1, "must be a whole number of seconds from 1 to 86400")
    .max(86_400, "must be a whole number of seconds from 1 to 86400")
    .default(60),
});

/** What is wrong with an `s3:` address, without a word of it (it carries a password); null for anything else. */
function s3AddressProblem(url: string): string | null {
  if (!url.startsWith("s3:")) return null;
  try {
    parseS3Address(url);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : "is malformed";
  }
}

export const environmentSchema = variablesSchema.superRefine((values, context) => {
  if (values.ADMIN_EMAIL && !values.ADMIN_PASSWORD) {
    context.addIssue({ code: "custom", path: ["ADMIN_EMAIL"], message: "needs ADMIN_PASSWORD beside it" });
  }
  if (values.ADMIN_PASSWORD && !values.ADMIN_EMAIL) {
    context.addIssue({ code: "custom", path: ["ADMIN_PASSWORD"], message: "needs ADMIN_EMAIL beside it" });
  }
  for (const { name, problem } of cdnProblems(values)) {
    context.addIssue({ code: "custom", path: [name], message: problem });
  }
});

export type Environment = z.output<typeof environmentSchema> & {
  SITE_URL: string;
  STORAGE_URL: string;
  WEB_CONCURRENCY: number;
};

/** Beyond this many workers the database is busy before they are; who has more cores than this sets the variable. */
const mostWorkersByDefault = 4;

/** A bad or missing variable. The message is one line that names it. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Parses a set of variables. Empty values count as unset, as most tools that write env files mean them.
 * @throws EnvironmentError naming every bad variable, in one line
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = environmentSchema.safeParse(given);
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new EnvironmentError(`Bad environment: ${reasons.join("; ")}`);
  }
  const dataDirectory = path.resolve(result.data.DATA_DIR);
  return {
    ...result.data,
    DATA_DIR: dataDirectory,
    WEB_CONCURRENCY: workers(result.data),
    SITE_URL: result.data.SITE_URL ?? `http://localhost:${String(result.data.PORT)}`,
    STORAGE_URL: result.data.STORAGE_URL ?? `file:${path.join(dataDirectory, "storage")}`,
  };
}

/** One a core that this process may use (a container's limit counts); Next's development server is always one process. */
function workers({ NODE_ENV, WEB_CONCURRENCY }: z.output<typeof environmentSchema>): number {
  if (NODE_ENV === "development") return 1;
  return WEB_CONCURRENCY ?? Math.min(availableParallelism(), mostWorkersByDefault);
}

/** Adds the variables of the file .env to the process, if there is one; what is set already wins. */
export function loadEnvironmentFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

let parsed: Environment | undefined;

/** The process's environment, parsed at the first call. */
export function env(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}

/**
 * Sets variables for this process and its children (the embedded database's address, the port that was really taken)
 * and forgets what was parsed before.
 */
export function setEnvironment(variables: Partial<Record<keyof Environment, string>>): void {
  Object.assign(process.env, variables);
  parsed = undefined;
}

/** next-auth reads the site's address from a variable of its own. SITE_URL is the only one that operators set. */
export function presentSiteToNextAuth(): void {
  process.env.NEXTAUTH_URL = env().SITE_URL;
}

/** The script of package.json for which npm has started this process; null when it was started otherwise. */
export function npmScript(): string | null {
  return process.env.npm_lifecycle_event ?? null;
}

/**
 * Has Next read next.config.ts as Node reads TypeScript, as `next start --experimental-next-config-strip-types` does. Else it
 * loads its compiler for that one file, which a process keeps: 25 MB.
 */
export function haveNodeReadNextConfig(): void {
  process.env.__NEXT_NODE_NATIVE_TS_LOADER_ENABLED = "true";
}
