import { describe, expect, it } from "vitest";
import { judgeAddress } from "./address";

describe("judgeAddress", () => {
  it.each([
    "/",
    "/news",
    "/news/page/2",
    "/growth-psychology/what-happens-during-therapy-sessions",
    "/search?q=Caf%C3%A9&page=1",
    "/_next/static/Chunk-A.js",
    "/media/ab/ABC/320.avif",
    "/%E5%BF%83%E7%90%86",
  ])("serves %s as it is", (target) => {
    expect(judgeAddress(target)).toEqual({ kind: "serve" });
  });

  it.each([
    ["/News", "/news"],
    ["/news/", "/news"],
    ["/NEWS///?a=B", "/news?a=B"],
    ["//news", "/news"],
    ["//evil.example/x", "/evil.example/x"],
    ["/\\evil.example", "/evil.example"],
    ["/news/page/1", "/news"],
    ["/News/Page/1/", "/news"],
    ["/page/1", "/"],
    ["/%e5%bf%83/", "/%E5%BF%83"],
    ["/tag/ADHD/page/1?x", "/tag/adhd?x"],
  ])("sends %s to %s in one hop", (target, location) => {
    expect(judgeAddress(target)).toEqual({ kind: "redirect", location });
    const again = judgeAddress(location);
    expect(again).toEqual({ kind: "serve" });
  });

  it.each(["/%00", "/a%", "/%ff%fe", "/%zz", "*", "http://other.example/", "/a%0d%0ab"])("refuses %s", (target) => {
    expect(judgeAddress(target)).toEqual({ kind: "bad" });
  });

  it("leaves the reading of a query to the page", () => {
    expect(judgeAddress("/search?q=%00%ff")).toEqual({ kind: "serve" });
  });
});
