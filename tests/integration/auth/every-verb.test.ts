/** Every verb and every query of the desk, with every role and with nobody. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemActor, type Actor } from "@/lib/auth/actor";
import { permissions, type Permission } from "@/lib/auth/permissions";
import { roles, type Role } from "@/lib/auth/roles";
import { database } from "@/lib/db/client";
import { setEnvironment } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { actorPosition, exportedFunctions, functionsOf, holdsVerbs, isPartOfVerb, load } from "./find-verbs";
import type { FoundFunction } from "./find-verbs";
import { openFunctions } from "./open-functions";
import { anAccountOfEveryRole, makeSamples, type Samples, type TestActor } from "./verb-samples";
import { verbTable, type Row } from "./verb-table";

/** They take an actor and decide, write down or show; none reads or changes anything by itself. */
const notVerbs = new Set([
  ...["lib/auth/actor.ts", "lib/auth/permissions.ts", "lib/auth/require-account.ts"],
  ...["lib/articles/policy.ts", "lib/media/policy.ts", "lib/articles/commands/lock-article.ts"],
  ...["lib/web/desk-action.ts", "lib/web/desk-route.ts", "lib/web/intake-response.ts"],
]);
const systemOnly = "Only the magazine itself makes this link.";
const noAccount = "Only a person has an account of their own.";

const functions = exportedFunctions();
const verbs = functions.filter((one) => actorPosition(one) >= 0 && !isPartOfVerb(one) && !notVerbs.has(one.file));
const named = verbs.map((verb) => [verb.name, verb] as const);

let actors: Map<Role, TestActor>;
let samples: Samples;

beforeAll(async () => {
  setEnvironment({ AUTH_SECRET: "t".repeat(32), SMTP_URL: "" });
  actors = await anAccountOfEveryRole();
  samples = await makeSamples();
});

describe("the table", () => {
  it("names every verb, and nothing that is none", () => {
    expect(verbs.map(({ name }) => name).sort()).toEqual(Object.keys(verbTable).sort());
    expect(new Set(verbs.map(({ file }) => file)).size).toBeGreaterThan(50);
  });

  it("every command and query without an actor is one that needs none", () => {
    const open = functions.filter((one) => holdsVerbs(one) && actorPosition(one) < 0 && !isPartOfVerb(one));
    expect(open.map(({ name }) => name).sort()).toEqual(Object.values(openFunctions).flat().sort());
  });

  it("is made from sources that are read as they are meant", () => {
    const text = `
      export function one(actor: Actor, input: string) {}
      export const two = async (tx: Transaction, actor: Actor) => {};
      function hidden(actor: Actor) {}
      export const three = (actor?: UserActor | null) => {};
      // export function four(actor: Actor) {}`;
    const found = functionsOf("lib/a/commands.ts", text);
    expect(found.map((one) => [one.name, actorPosition(one), isPartOfVerb(one)])).toEqual([
      ["one", 0, false],
      ["two", 1, true],
      ["three", 0, false],
    ]);
    expect(found.map(acceptsNobody)).toEqual([false, false, true]);
  });

  it("no verb takes nobody for an actor", () => {
    expect(verbs.filter(acceptsNobody).map(({ name }) => name)).toEqual([]);
  });
});

describe("nobody", () => {
  it.each(named)("%s throws and writes nothing", async (_name, verb) => {
    const before = await everything();
    expect(await failureOf(verb, undefined)).toBeInstanceOf(Error);
    expect(await failureOf(verb, null)).toBeInstanceOf(Error);
    expect(await everything()).toBe(before);
  });
});

describe("who may not", () => {
  it.each(named)("%s tells the reason and writes nothing", async (name, verb) => {
    const row = rowOf(name);
    const before = await everything();
    for (const [actor, reason] of refused(row)) {
      const failure = await failureOf(verb, actor);
      expect(failure, `as ${actor.kind === "user" ? actor.role : actor.kind}`).toBeInstanceOf(AppError);
      expect(failure).toMatchObject({ code: "forbidden", message: reason });
    }
    expect(await everything()).toBe(before);
  });
});

// After all refusals: these change what the samples are.
describe("who may", () => {
  let before = "";
  beforeAll(async () => {
    before = await everything();
  });
  afterAll(async () => {
    expect(await everything(), "what was refused above would have been seen").not.toBe(before);
  });

  beforeEach(async () => {
    // What was done to the article since must not keep the next verb from asking what the actor may do with it.
    const { articleId: id } = samples.article;
    const { version } = await database().article.findUniqueOrThrow({ where: { id }, select: { version: true } });
    samples.article.expectedVersion = version;
  });

  it.each(named)("%s is not refused to a role that has its permission", async (name, verb) => {
    const row = rowOf(name);
    const reasons = Object.entries(permissions)
      .filter(([permission]) => !row.also.includes(permission as Permission))
      .map(([, { reason }]): string => reason);
    for (const role of allowedRoles(row)) {
      const failure = await failureOf(verb, actors.get(role));
      // An error that is not on purpose is a fault, whoever asked.
      if (failure !== null) expect(failure, `as ${role}`).toBeInstanceOf(AppError);
      if (failure instanceof AppError && failure.code === "forbidden") {
        expect([...reasons, systemOnly, noAccount], `as ${role}`).not.toContain(failure.message);
      }
    }
  });
});

function rowOf(name: string): Row {
  const row = verbTable[name];
  if (!row) throw new Error(`${name} is not in the table`);
  return row;
}

function acceptsNobody(one: FoundFunction): boolean {
  const parameter = one.parameters[actorPosition(one)];
  return parameter === undefined || parameter.optional || !["Actor", "UserActor"].includes(parameter.type);
}

function allowedRoles({ need }: Row): readonly Role[] {
  if (need === "system") return [];
  return need === "own account" ? roles : permissions[need].roles;
}

/** Who is refused, and what they are told. */
function refused(row: Row): [Actor, string][] {
  // The system has no account; confirmPassword takes people only, by its type.
  if (row.need === "own account") {
    return row === verbTable.confirmPassword ? [] : [[systemActor("cli"), noAccount]];
  }
  const reason = row.need === "system" ? systemOnly : permissions[row.need].reason;
  const allowed = allowedRoles(row);
  return [...actors].filter(([role]) => !allowed.includes(role)).map(([, actor]) => [actor, reason]);
}

/** Calls a verb. @returns what it threw, null when it did not */
async function failureOf(verb: FoundFunction, actor: unknown): Promise<unknown> {
  const call = await load(verb);
  const given = rowOf(verb.name).input(samples);
  const position = actorPosition(verb);
  // What comes before the actor is the network of link checks.
  const parameters = [...Array.from({ length: position }, () => undefined), actor, ...given];
  try {
    const answer = await call(...parameters);
    // A generator asks for permission when its first piece is taken.
    if (isGenerator(answer)) for await (const piece of answer) expect(piece).toBeDefined();
    return null;
  } catch (error) {
    return error;
  }
}

function isGenerator(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

let fingerprint = "";

/** A fingerprint of every row of every table, the audit log and the content version among them. */
async function everything(): Promise<string> {
  fingerprint ||= await fingerprintStatement();
  const [row] = await database().$queryRawUnsafe<{ all: string }[]>(fingerprint);
  return row?.all ?? "";
}

async function fingerprintStatement(): Promise<string> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`;
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(["audit_entry", "content_version", "article"]));
  const parts = tables.map(
    ({ name }) => `coalesce((SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM "${name}" t), '-')`,
  );
  return `SELECT concat_ws(' ', ${parts.join(", ")}) AS all`;
}
