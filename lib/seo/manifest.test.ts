import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "@/lib/project-root";
import { webManifest } from "./manifest";

const manifest = webManifest({ name: "Mind & “Us”", description: "About minds.", language: "en" });

it("is named like the site and opens its home page", () => {
  expect(manifest).toMatchObject({
    id: "/",
    name: "Mind & “Us”",
    description: "About minds.",
    lang: "en",
    start_url: "/",
  });
});

// web.dev/articles/add-manifest: Chromium wants 192 and 512 pixels.
it("names icons that exist, in the sizes that devices ask for", () => {
  const sizes = manifest.icons.map(({ sizes: size, purpose }) => `${size} ${purpose}`);
  expect(sizes).toEqual(["any any", "192x192 any", "512x512 any", "512x512 maskable"]);
  for (const { src } of manifest.icons) expect(existsSync(path.join(projectRoot, "public", src)), src).toBe(true);
});
