import { describe, expect, it } from "vitest";
import { canonicalTarget, judgeAddress } from "./address";

describe("judgeAddress", () => {
  it.each([
    "/",
    "/news",
    "/news/page/2",
    "/growth-psychology/what-happens-during-therapy-sessions",
    "/search?q=Caf%C3%A9&page=1",
    "/_next/static/Chunk-A.js",
    "/media/ab/ABC/320.avif?utm_source=x",
    "/%E5%BF%83%E7%90%86",
    "/admin/articles?utm_source=x&fbclid=1",
    "/api/auth/session?gclid=1",
    "/news?p=1",
    "/news?q=%00%ff",
    "/?page=2",
    "/admin?p=1",
  ])("serves %s as it is", (target) => {
    expect(judgeAddress(target)).toEqual({ kind: "serve", target });
  });

  it.each([
    ["/News", "/news"],
    ["/news/", "/news"],
    ["/NEWS///?a=B", "/news?a=B"],
    ["//news", "/news"],
    ["//evil.example/x", "/evil.example/x"],
    ["/\\evil.example", "/evil.example"],
    ["/\\\\evil.example\\..\\x", "/x"],
    ["/%5Cevil.example/", "/%5Cevil.example"],
    ["//user:pass@evil.example/", "/user%3Apass%40evil.example"],
    ["/%2F%2Fevil.example/", "/%2F%2Fevil.example"],
    ["/.//evil.example", "/evil.example"],
    ["/a/%2e%2E//evil.example", "/evil.example"],
    ["/../../x/.", "/x"],
    ["/news/page/1", "/news"],
    ["/News/Page/1/", "/news"],
    ["/page/1", "/"],
    ["/%e5%bf%83/", "/%E5%BF%83"],
    ["/%6E%45ws", "/news"],
    ["/caf\xc3\xa9", "/caf%C3%A9"],
    ["/tag/ADHD/page/1?x", "/tag/adhd?x"],
    ["/index.html", "/"],
    ["/News/INDEX.PHP/?a=1", "/news?a=1"],
    ["/index.php/news/page/1/index.htm", "/news"],
    ["/index.html/page/1/index.html", "/"],
    ["/news?", "/news"],
    ["/news?&a=1&&b=2&", "/news?a=1&b=2"],
    ["/news?utm_source=a&UTM_Medium=b&x=1&fbclid=c&%75tm_term=d&gclid", "/news?x=1"],
    ["/?_ga=1.2&mc_cid=3&mc_eid=4", "/"],
    ["//media//ab/AB/1.JPG/", "/media/ab/AB/1.JPG"],
  ])("writes %s as %s", (asked, target) => {
    expect(judgeAddress(asked)).toEqual({ kind: "respell", target });
    expect(judgeAddress(target)).toEqual({ kind: "serve", target });
  });

  it.each(["/%00", "/a%", "/%ff%fe", "/%zz", "*", "http://other.example/", "/a%0d%0ab", "/\xff", ""])(
    "refuses %s",
    (asked) => {
      expect(judgeAddress(asked)).toEqual({ kind: "bad" });
    },
  );

  it.each([
    "/?p=1",
    "/?page_id=2&x=1",
    "/?attachment_id=3",
    "/?cat=4",
    "/?tag=stress",
    "/?s=",
    "/?author=1",
    "/?feed=rss2",
  ])("asks elsewhere about %s", (asked) => {
    expect(judgeAddress(asked)).toEqual({ kind: "look-up", target: asked });
  });

  it("asks about what a wrongly written address names", () => {
    expect(judgeAddress("//INDEX.php?utm_source=x&p=12")).toEqual({ kind: "look-up", target: "/?p=12" });
    expect(judgeAddress("/News/?feed=ATOM")).toEqual({ kind: "look-up", target: "/news?feed=ATOM" });
  });

  it.each([
    "/wp-login.php",
    "/blog/WP-Login.php?x",
    "/wp-admin",
    "/wp-admin/x.php",
    "//xmlrpc.php",
    "/wp-json/wp/v2/users",
  ])("needs nobody to know that %s is not here", (asked) => {
    expect(judgeAddress(asked)).toEqual({ kind: "foreign" });
  });
});

/** Every way to spoil an address that this site ever sees, in all combinations. */
describe("spoiled addresses", () => {
  const targets = [
    "/",
    "/news",
    "/news/page/2",
    "/tag/adhd",
    "/author/the-editors/page/3",
    "/news/a-story",
    "/about-us",
  ];
  const slashes = [(path: string) => path, (path: string) => `${path}/`, (path: string) => `${path}//`];
  const cases = [
    (path: string) => path,
    (path: string) => path.toUpperCase(),
    (path: string) => path.replace("n", "%4E"),
  ];
  const doubles = [(path: string) => path, (path: string) => path.replaceAll("/", "//"), (path: string) => `/.${path}`];
  const indexes = ["", "/index.html", "/INDEX.php", "/index.htm"];
  const queries = ["", "?utm_source=a", "?x=1&gbraid=2", "?", "?igshid=1&x=1&yclid=3"];
  const combinations = targets.flatMap((target) =>
    slashes.flatMap((slash) =>
      cases.flatMap((letter) =>
        doubles.flatMap((double) =>
          indexes.flatMap((index) =>
            queries.map((query) => ({
              target,
              asked: slash(letter(double(target === "/" && index !== "" ? index : target + index))) + query,
              kept: query.includes("x=1") ? "?x=1" : "",
            })),
          ),
        ),
      ),
    ),
  );

  it("are each one step from the right one", () => {
    expect(combinations.length).toBeGreaterThan(3_000);
    const wrong = combinations.filter(({ target, asked, kept }) => {
      const verdict = judgeAddress(asked);
      const right = target + kept;
      return (
        verdict.kind !== (asked === right ? "serve" : "respell") || !("target" in verdict) || verdict.target !== right
      );
    });
    expect(wrong).toEqual([]);
  });

  it("are written the same when they are written twice, whatever stands in them", () => {
    let seed = 20_261_128;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (seed >> 8) % below;
    };
    const pieces = [
      ...[
        "/",
        "//",
        "\\",
        ".",
        "..",
        "%2e",
        "%2E%2e",
        "%2F",
        "%5c",
        "%25",
        "%2525",
        "a",
        "Z",
        "İ",
        "Σ",
        "心",
        "%C3%A9",
      ],
      ...["page", "/page/1", "/1", "index.html", "/index.php", "?", "&", "=", "#", "utm_source=x", "%75tm_x", "+", " "],
      ...["@", ":", "*", "%zz", "%", "-", "é", "😀", "media/", "/_next/", "admin"],
    ];
    for (let round = 0; round < 2_000; round += 1) {
      const text = `/${Array.from({ length: 1 + random(9) }, () => pieces[random(pieces.length)]).join("")}`;
      const once = canonicalTarget(text);
      expect(canonicalTarget(once), text).toBe(once);
      expect(once, text).toMatch(/^\/(?![/\\])/);
    }
  }, 60_000);
});
