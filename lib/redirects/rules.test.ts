import { describe, expect, it } from "vitest";
import { candidatesFor, canonicalPath, followRules, matches, targetOf, type RedirectRule } from "./rules";

const rule = (fromPath: string, toPath: string | null): RedirectRule => ({
  redirectId: 1,
  fromPath,
  toPath,
  status: toPath === null ? 410 : 301,
});
const follow = (path: string, rules: RedirectRule[]) =>
  followRules(path, (candidates) => {
    const found = candidates.map((candidate) => rules.find(({ fromPath }) => fromPath === candidate));
    return found.find((one) => one !== undefined) ?? null;
  });

describe("rules of redirects", () => {
  it("write an address one way", () => {
    expect(canonicalPath("/News/Caf%c3%a9/")).toBe("/news/caf%C3%A9");
    expect(canonicalPath("news//café")).toBe("/news/caf%C3%A9");
    expect(canonicalPath("/a/%zz")).toBe("/a/%25zz");
  });

  it("look at the address first, then at its ancestors from the nearest on, never at the whole site", () => {
    expect(candidatesFor("/a/b/c")).toEqual(["/a/b/c", "/a/b/*", "/a/*"]);
    expect(candidatesFor("/a")).toEqual(["/a"]);
    expect(matches("/a/*", "/a/b")).toBe(true);
    expect(matches("/a/*", "/a")).toBe(false);
  });

  it("keep the rest of an address only where the target asks for it", () => {
    expect(targetOf(rule("/old/*", "/new/*"), "/old/x/y")).toBe("/new/x/y");
    expect(targetOf(rule("/old/*", "/new"), "/old/x/y")).toBe("/new");
    expect(targetOf(rule("/old", null), "/old")).toBeNull();
  });

  it("are followed to the end, and never in a circle", async () => {
    const rules = [rule("/a", "/b?x=1"), rule("/b", "/c/d"), rule("/c/*", "/e/*"), rule("/gone", null)];
    expect(await follow("/a", rules)).toMatchObject({ location: "/e/d", circular: false });
    expect(await follow("/gone", rules)).toMatchObject({ location: null, circular: false });
    expect(await follow("/nothing", rules)).toMatchObject({ location: "/nothing", rules: [] });
    const circle = [rule("/a", "/b"), rule("/b", "/a")];
    expect(await follow("/a", circle)).toMatchObject({ location: "/b", circular: true });
  });
});
