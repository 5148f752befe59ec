import { describe, expect, it } from "vitest";
import { hasLegacyQuery, withoutLegacyNames } from "./query";
import { legacyShape } from "./shapes";
import { uploadCandidates } from "./upload-names";

const posts = ["article", "page", "media"];
const of = (target: string) => {
  const [path = "", query = ""] = target.split("?");
  return legacyShape(path, query);
};

describe("legacyShape", () => {
  it.each([
    ["/?p=12", posts, 12],
    ["/?page_id=7", posts, 7],
    ["/?attachment_id=2147483647", posts, 2_147_483_647],
    ["/?cat=3", ["category"], 3],
    ["/?author=1", ["person"], 1],
    ["/archives/44", posts, 44],
  ])("%s is a number", (target, kinds, legacyId) => {
    expect(of(target)).toEqual({ kind: "number", kinds, legacyId });
  });

  it.each([
    "/?p=0",
    "/?p=abc",
    "/?p=-1",
    "/?p=1e3",
    "/?p=2147483648",
    "/?cat=",
    "/?tag=",
    "/archives",
    "/archives/007",
  ])("%s is none", (target) => {
    expect(of(target)).toBeNull();
  });

  it.each([
    ["/?tag=stress", "/tag/stress"],
    ["/?category_name=a/b", "/b"],
    ["/?author_name=desk", "/author/desk"],
    ["/?name=a-story", "/a-story"],
    ["/?pagename=about/team", "/team"],
    ["/?s=sleep+well", "/search?q=sleep+well"],
    ["/?s=", "/search"],
    ["/search/sleep%20well", "/search?q=sleep+well"],
    ["/category/news", "/news"],
    ["/category/parent/child", "/child"],
    ["/category/parent/child/page/3", "/child/page/3"],
    ["/page/2", "/sitemap"],
    ["/about.html", "/about"],
    ["/2019/05/a-story.htm", "/2019/05/a-story"],
    ["/a-story.php", "/a-story"],
    ["/news/index", "/news"],
    ["/index", "/"],
    ["/a-story/amp", "/a-story"],
    ["/a-story/comment-page-2", "/a-story"],
    ["/sitemap_index.xml", "/sitemap.xml"],
    ["/wp-sitemap.xml", "/sitemap.xml"],
    ["/wp-sitemap-posts-post-1.xml", "/sitemap.xml"],
    ["/post-sitemap.xml", "/sitemap.xml"],
    ["/post_tag-sitemap2.xml", "/sitemap.xml"],
    ["/sitemap.xml.gz", "/sitemap.xml"],
  ])("%s is at %s", (target, address) => {
    expect(of(target)).toEqual({ kind: "address", target: address });
  });

  it.each([
    ["/feed", "/", "rss"],
    ["/feed/rss2", "/", "rss"],
    ["/feed/rdf", "/", "rss"],
    ["/feed/atom", "/", "atom"],
    ["/feed/json", "/", "json"],
    ["/rss.xml", "/", "rss"],
    ["/wp-atom.php", "/", "atom"],
    ["/?feed=rss2", "/", "rss"],
    ["/?feed=ATOM", "/", "atom"],
    ["/?cat=3&feed=rss2", "/?cat=3", "rss"],
    ["/?tag=stress&feed=atom", "/?tag=stress", "atom"],
    ["/news?feed=rss2", "/news", "rss"],
    ["/category/news/feed", "/category/news", "rss"],
    ["/category/news/feed/atom", "/category/news", "atom"],
    ["/tag/stress/feed", "/tag/stress", "rss"],
    ["/author/desk/page/2/feed", "/author/desk/page/2", "rss"],
    ["/a-story/feed/json", "/a-story", "json"],
  ])("%s is the feed of %s", (target, list, format) => {
    expect(of(target)).toEqual({ kind: "feed", list, format });
  });

  it.each(["/comments/feed", "/comments/feed/atom", "/?p=12&feed=rss2", "/wp-commentsrss2.php"])(
    "%s is gone",
    (target) => {
      expect(of(target)).toEqual({ kind: "gone" });
    },
  );

  it.each([
    "/news",
    "/category",
    "/2019/05/12/a-story",
    "/2019/05",
    "/a/b/c",
    "/page/0",
    "/category/news/page/x",
    "/tag/a",
  ])("%s says nothing by its form", (target) => {
    expect(of(target)).toBeNull();
  });
});

describe("queries of an earlier site", () => {
  it("mean something on the front page only, but for feeds", () => {
    expect(hasLegacyQuery("/", "p=1")).toBe(true);
    expect(hasLegacyQuery("/", "a=1&s=x")).toBe(true);
    expect(hasLegacyQuery("/", "a=1")).toBe(false);
    expect(hasLegacyQuery("/news", "p=1")).toBe(false);
    expect(hasLegacyQuery("/news", "feed=rss2")).toBe(true);
    expect(hasLegacyQuery("/news", "feed=me")).toBe(false);
  });

  it("leave the rest behind", () => {
    expect(withoutLegacyNames("/", "p=1&x=2&preview=true")).toBe("x=2");
    expect(withoutLegacyNames("/news", "feed=rss2&p=1")).toBe("p=1");
  });
});

describe("uploadCandidates", () => {
  const names = (file: string) =>
    uploadCandidates(`/wp-content/uploads/2020/05/${file}`).map((path) =>
      path.slice("/wp-content/uploads/2020/05/".length),
    );

  it.each([
    ["a.jpg", ["a.jpg", "a-scaled.jpg", "a-rotated.jpg"]],
    ["a-300x200.jpg", ["a-300x200.jpg", "a.jpg", "a-scaled.jpg", "a-rotated.jpg"]],
    ["a-scaled.jpg", ["a-scaled.jpg", "a-scaled-scaled.jpg", "a-scaled-rotated.jpg", "a.jpg"]],
    [
      "a-e1589000000000-1024x683.png",
      [
        ...["a-e1589000000000-1024x683.png", "a-e1589000000000.png", "a-e1589000000000-scaled.png"],
        ...["a-e1589000000000-rotated.png", "a.png"],
      ],
    ],
  ])("%s was made from one of %j", (file, made) => {
    expect(names(file)).toEqual(made);
  });

  it("reads what was turned, edited and reduced, and converted", () => {
    expect(names("a-rotated-e1589000000-scaled-150x150.jpg")).toContain("a.jpg");
    expect(names("a-300x200.jpg.webp")).toContain("a.jpg");
  });
});
