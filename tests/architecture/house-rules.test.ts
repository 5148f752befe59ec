/** Rules of the house that no linter knows. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));
const sources = tracked.filter((file) =>
  /^(app|components|lib|prisma|tests)\/.*\.(ts|tsx|mjs)$|^[^/]+\.ts$/.test(file),
);
const read = (file: string): string => readFileSync(file, "utf8");

describe("the project", () => {
  it("has the top level that is agreed on", () => {
    const top = [...new Set(tracked.map((file) => file.split("/")[0] ?? ""))].filter((name) => !name.startsWith("."));
    expect(top.sort()).toEqual(
      [
        "LICENSE",
        "README.md",
        "app",
        "components",
        "eslint.config.mjs",
        "lib",
        "next.config.ts",
        "package-lock.json",
        "package.json",
        "postcss.config.mjs",
        "prisma",
        "prisma.config.ts",
        "public",
        "server.ts",
        "tests",
        "tsconfig.json",
        "vitest.config.ts",
      ].sort(),
    );
  });

  it("names files in kebab-case, the same words everywhere", () => {
    const odd = sources.filter((file) => !/^[a-z0-9.[\]()/_-]+$/.test(file));
    expect(odd).toEqual([]);
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\.|\/)/.test(file))).toEqual([]);
  });

  it("sends no React to readers: no client component outside the desk", () => {
    const clients = sources.filter((file) => /^\s*["']use client["']/m.test(read(file)));
    expect(clients.filter((file) => !/^(app\/\(desk\)|components\/(desk|ui))\//.test(file))).toEqual([]);
  });

  it("reads no cookie and no header on reader pages", () => {
    const pages = sources.filter((file) => /^(app\/\(site\)|components\/site)\//.test(file));
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.filter((file) => /from "next\/headers"/.test(read(file)))).toEqual([]);
  });

  it("leaves nothing for later", () => {
    const marks = sources.filter((file) => !file.startsWith("tests/architecture/"));
    expect(marks.filter((file) => /\b(TODO|FIXME|XXX)\b/.test(read(file)))).toEqual([]);
    expect(marks.filter((file) => /\b(it|test|describe)\.(skip|only|todo)\b/.test(read(file)))).toEqual([]);
  });

  it("pins every dependency to one version", () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read("package.json")) as Record<
      "dependencies" | "devDependencies" | "optionalDependencies",
      Record<string, string>
    >;
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("has a README whose paths and commands exist", () => {
    const readme = read("README.md");
    const paths = [...readme.matchAll(/`((?:app|components|lib|prisma|public|tests)\/[^`\s*{}<>…]*)`/g)].map(
      (match) => match[1] ?? "",
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((file) => !existsSync(file))).toEqual([]);
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const commands = [...readme.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? "");
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});
