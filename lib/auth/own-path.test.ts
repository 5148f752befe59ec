import { expect, it } from "vitest";
import { ownDeskPath } from "./own-path";

it.each([
  ["/admin", "/admin"],
  ["/admin/articles?state=draft&q=a%20b", "/admin/articles?state=draft&q=a%20b"],
  ["/admin/articles/7#comments", "/admin/articles/7"],
])("%s is a screen of the desk", (wanted, path) => {
  expect(ownDeskPath(wanted)).toBe(path);
});

it.each([
  null,
  undefined,
  "",
  "https://evil.example/admin",
  "//evil.example/admin",
  "/\\evil.example/admin",
  "/\t/evil.example/admin",
  "\\\\evil.example",
  "/admin/..//evil.example",
  "/admin/../../evil",
  "/adminevil",
  "/news",
  "javascript:alert(1)",
  "/admin/sign-in?next=/admin/sign-in",
  "/admin/sign-out",
  "/admin/api/media",
  "//",
  "http://",
])("%j leads to the desk's first screen", (wanted) => {
  expect(ownDeskPath(wanted)).toBe("/admin");
});
