import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "@/lib/project-root";
import { paper } from "@/lib/site-colours";
import { accentOf, mark, siteAccent } from "./card-colours";

const file = (name: string) => readFileSync(path.join(projectRoot, name), "utf8");

it("are those of the site's light scheme", () => {
  const css = file("app/(site)/styles/tokens.css");
  const [, ownAccent] = /--accent: light-dark\((#\w+)/.exec(css) ?? [];
  expect(siteAccent).toBe(ownAccent);
  expect(css).toContain(`--paper: light-dark(${paper.light}, ${paper.dark})`);
  const categories = [...css.matchAll(/\[data-category="([a-z-]+)"\] \{\s+--accent: light-dark\((#\w+)/g)];
  expect(categories).toHaveLength(7);
  for (const [, category = "", colour] of categories) expect(accentOf(category)).toBe(colour);
  for (const unknown of [null, "another", "constructor"]) expect(accentOf(unknown)).toBe(siteAccent);
});

it("and those of the mark", () => {
  expect(Object.values(mark).every((colour) => file("public/icon.svg").includes(colour))).toBe(true);
});
