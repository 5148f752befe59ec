import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "./project-root";
import { paper } from "./site-colours";

it("agrees with the style sheet", () => {
  const tokens = readFileSync(path.join(projectRoot, "app/(site)/styles/tokens.css"), "utf8");
  expect(tokens).toContain(`--paper: light-dark(${paper.light}, ${paper.dark});`);
});
