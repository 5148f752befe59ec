/** The import rules hold (npm run check:boundaries); here: each of them fires when it is broken. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import config from "../../.dependency-cruiser.mjs";

const root = process.cwd();
// Inside the project, so that packages are found; outside of every rule's paths but the copied ones.
let laboratory = "";

/** A breach per rule: a file, and what it should not import. */
const breaches: Record<string, [file: string, imports: string][]> = {
  "no-cycles": [
    ["lib/a/one.ts", "./two"],
    ["lib/a/two.ts", "./one"],
  ],
  "lib-stands-alone": [["lib/b/rule.ts", "../../components/site/thing"]],
  "framework-behind-adapters": [["lib/b/pages.ts", "next/navigation"]],
  "sign-in-library-behind-auth": [["lib/web/signs-in.ts", "next-auth"]],
  "seed-only-from-outside": [["components/site/seeded.ts", "../../prisma/seed/sample"]],
  "components-are-given-data": [["components/site/asks.ts", "../../lib/b/queries"]],
  "islands-run-in-browsers": [["components/site/islands/island.ts", "../thing"]],
  "pure-modules-stay-pure": [["lib/richtext/impure.ts", "../b/queries"]],
  "database-behind-queries-and-commands": [["app/page.ts", "../lib/db/pool"]],
  "no-barrels": [["app/other.ts", "../lib/c/index"]],
  "known-dependencies": [["lib/c/unknown.ts", "zod"]],
};
const innocent = [
  "components/site/thing.ts",
  "prisma/seed/sample.ts",
  "lib/b/queries.ts",
  "lib/db/pool.ts",
  "lib/c/index.ts",
];

beforeAll(() => {
  mkdirSync(path.join(root, ".cache"), { recursive: true });
  laboratory = mkdtempSync(path.join(root, ".cache", "boundaries-"));
  symlinkSync(path.join(root, "node_modules"), path.join(laboratory, "node_modules"));
  writeFileSync(path.join(laboratory, "package.json"), JSON.stringify({ type: "module", dependencies: {} }));
  writeFileSync(path.join(laboratory, "tsconfig.json"), readFileSync(path.join(root, "tsconfig.json")));
  for (const file of innocent) write(file, "export const value = 1;\n");
  for (const [file, imports] of Object.values(breaches).flat()) {
    write(file, `import { value as imported } from "${imports}";\nexport const value = imported;\n`);
  }
});

afterAll(() => {
  rmSync(laboratory, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  const target = path.join(laboratory, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

async function violations(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const options = {
    ...config.options,
    baseDir,
    ruleSet: { forbidden: config.forbidden as IForbiddenRuleType[] },
    validate: true,
  };
  const { output } = await cruise(folders, options, undefined, {
    tsConfig: extractTSConfig(path.join(root, "tsconfig.json")),
  });
  return output as ICruiseResult;
}

describe("import boundaries", () => {
  it("has a breach in this test for every rule", () => {
    expect(Object.keys(breaches).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());
  });

  it("each rule catches its breach", async () => {
    const { summary } = await violations(laboratory, ["app", "components", "lib", "prisma"]);
    const caught = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
    for (const [rule, files] of Object.entries(breaches)) {
      // A cycle is told once, from wherever it was met first.
      expect(
        files.some(([file]) => caught.includes(`${rule} ${file}`)),
        rule,
      ).toBe(true);
    }
  }, 60_000);

  it("looks at the whole project, which is clean", async () => {
    const { summary } = await violations(root, ["app", "components", "lib", "prisma/seed", "server.ts"]);
    expect(summary.totalCruised).toBeGreaterThan(150);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  }, 60_000);
});
