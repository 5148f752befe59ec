/** Whatever is asked, the answer has the right status, is a page with a way on, and is nobody's alarm. */
import { expect, test } from "@playwright/test";
import { ask, type Answer } from "./ask";
import { articlePath } from "./page-types";
import { alarmingLines } from "./server-log";

test.describe.configure({ mode: "default" });

const notThere = [
  "/no-such-page",
  "/news/no-such-article",
  "/no-such-category/no-such-article",
  "/tag",
  "/tag/no-such-tag",
  "/author/no-such-author",
  "/a/b/c/d/e",
  "/index.php?p=1",
  "/.env",
  "/404",
  "/500",
  "/_error",
  "/_not-found",
  "/_next/static/no-such-file.js",
  "/_next/data/build/news.json",
  "/_next/image?url=%2Fx.png&w=640&q=75",
  "/[category]",
  "/news/page",
  "/news/page/0",
  "/news/page/-1",
  "/news/page/1.5",
  "/news/page/007",
  "/news/page/abc",
  "/news/page/99",
  "/news/page/99999999999",
  "/tag/stress/page/99",
  "/author/therapy-desk/page/99",
  "/about-us/page/2",
  "/search?q=therapy&page=0",
  "/search?q=therapy&page=abc",
  "/search?q=therapy&page=999999",
  "/search?q=therapy&page=99999999999",
  "/search?q=therapy&category=no-such-category",
];

for (const address of notThere) {
  test(`${address} is not there`, async ({ baseURL }) => {
    const answer = await ask(`${baseURL ?? ""}${address}`);
    expect(answer.status).toBe(404);
    expectRealPage(answer);
    expect(titleOf(answer)).toMatch(/not found/i);
  });
}

const elsewhere: Record<string, string> = {
  "/news/page/1": "/news",
  "/tag/stress/page/1": "/tag/stress",
  "/News": "/news",
  "/NEWS/": "/news",
  "/news/": "/news",
  "//news": "/news",
  "/news//": "/news",
  "/News//Page/1/": "/news",
  "/Growth-Psychology/How-Therapy-Ends": "/growth-psychology/how-therapy-ends",
  "/growth-psychology//how-therapy-ends/": "/growth-psychology/how-therapy-ends",
  "/tag/ADHD": "/tag/adhd",
  "/Search?q=Sleep": "/search?q=Sleep",
  "/About-Us/": "/about-us",
};

for (const [address, right] of Object.entries(elsewhere)) {
  test(`${address} moved to ${right}, in one hop`, async ({ baseURL }) => {
    const home = baseURL ?? "";
    const answer = await ask(home + address);
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe(right);
    expect((await ask(home + right)).status).toBe(200);
  });
}

test("an article under a wrong category moved to its own, for good", async ({ baseURL }) => {
  const home = baseURL ?? "";
  for (const category of ["news", "no-such-category"]) {
    const answer = await ask(`${home}/${category}/${articlePath.split("/").at(-1) ?? ""}`);
    expect([301, 308]).toContain(answer.status);
    expect(answer.headers.get("location")).toBe(articlePath);
  }
  expect((await ask(home + articlePath)).status).toBe(200);
});

test("a redirect never leads to another site", async ({ baseURL }) => {
  for (const address of ["//evil.example", "/\\evil.example/", "//evil.example/%2e%2e/", "///evil.example//"]) {
    const { status, headers } = await ask((baseURL ?? "") + address);
    expect([301, 404], address).toContain(status);
    expect(headers.get("location") ?? "/", address).toMatch(/^\/(?![/\\])/);
  }
});

for (const address of [
  "/%00",
  "/news/%00",
  "/tag/a%00b",
  "/%ff%fe",
  "/news/%c3%28",
  "/%zz",
  "/50%",
  "/news%0d%0aX-Injected:%201",
]) {
  test(`${address} can't be read`, async ({ baseURL }) => {
    const answer = await ask(`${baseURL ?? ""}${address}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("x-injected")).toBeNull();
    expectRealPage(answer);
  });
}

for (const query of [
  "%00",
  "a%00b",
  "%ff%fe",
  "%c3%28",
  "%zz",
  "%f0%9f%98%80",
  "%ed%a0%80",
  "+",
  "%22",
  "-",
  "or",
  "*%26|!():<->",
  "a%0d%0ab",
]) {
  test(`a search for ${query} is answered`, async ({ baseURL }) => {
    for (const address of [
      `/search?q=${query}`,
      `/search/suggestions?q=${query}`,
      `/news?q=${query}`,
      `/search?q=sleep&category=${query}`,
    ]) {
      const answer = await ask((baseURL ?? "") + address);
      expect([200, 400, 404], address).toContain(answer.status);
      if (!address.includes("suggestions")) expectRealPage(answer);
    }
  });
}

test("a query of 10,000 characters is refused with a page that says why", async ({ baseURL }) => {
  for (const letter of ["a", "%20a", "%E5%BF%83"]) {
    const answer = await ask(`${baseURL ?? ""}/search?q=${letter.repeat(10_000 / letter.length)}`);
    expect(answer.status).toBe(400);
    expectRealPage(answer);
    expect(answer.text).toContain("A search can have at most");
    expect(answer.text.length).toBeLessThan(60_000);
  }
  expect((await ask(`${baseURL ?? ""}/search/suggestions?q=${"a".repeat(10_000)}`)).status).toBe(400);
});

test("headers too large are refused by the server, which goes on", async ({ baseURL }) => {
  expect((await ask(`${baseURL ?? ""}/search?q=${"a".repeat(100_000)}`)).status).toBe(431);
  expect((await ask(`${baseURL ?? ""}/readyz`)).status).toBe(200);
});

for (const text of ["'; DROP TABLE publication; --", "1' OR '1'='1", "$1); SELECT pg_sleep(5); --", "\\'; --"]) {
  test(`${text} is only words to search for`, async ({ baseURL }) => {
    const started = performance.now();
    const answer = await ask(`${baseURL ?? ""}/search?q=${encodeURIComponent(text)}`);
    expect(answer.status).toBe(200);
    expectRealPage(answer);
    expect(answer.text).not.toMatch(/syntax error|SQLSTATE/i);
    expect(performance.now() - started).toBeLessThan(4_000);
    expect((await ask(`${baseURL ?? ""}/news`)).text).toContain("story");
  });
}

for (const html of [
  '<script>alert("x")</script>',
  '"><img src=x onerror=alert(1)>',
  "</title><svg/onload=alert(1)>",
  "{{7*7}}${7*7}",
]) {
  test(`${html} stays text`, async ({ baseURL, page }) => {
    const address = `/search?q=${encodeURIComponent(html)}`;
    const answer = await ask((baseURL ?? "") + address);
    expect(answer.status).toBe(200);
    if (html.includes("<")) expect(answer.text).not.toContain(html);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(html);
    await expect(page.getByRole("main").getByLabel("Search for")).toHaveValue(html);
    expect(dialogs).toEqual([]);
  });
}

for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
  test(`${method} breaks nothing`, async ({ baseURL }) => {
    const form = new FormData();
    form.set("1_$ACTION_ID_0", "x");
    const bodies: RequestInit[] = [
      {},
      { body: "q=sleep", headers: { "content-type": "application/x-www-form-urlencoded" } },
      { body: form },
    ];
    // What scanners send to sites made with Next.
    bodies.push({ body: "[]", headers: { "next-action": "0".repeat(42), "content-type": "text/plain" } });
    for (const path of ["/", "/news", articlePath, "/search?q=sleep", "/no-such-page"]) {
      for (const body of bodies) {
        const answer = await ask((baseURL ?? "") + path, { method, ...body });
        expect(answer.status, `${path} ${answer.text.slice(0, 200)}`).toBeLessThan(500);
        if (answer.text !== "") expectRealPage(answer);
      }
    }
  });
}

test("HEAD answers as GET does, without the page", async ({ baseURL }) => {
  for (const [path, status] of [
    ["/", 200],
    [articlePath, 200],
    ["/no-such-page", 404],
    ["/%00", 400],
  ] as const) {
    const answer = await ask((baseURL ?? "") + path, { method: "HEAD" });
    expect(answer.status, path).toBe(status);
    expect(answer.text).toBe("");
    expect(answer.headers.get("content-type"), path).toMatch(/^text\/html/);
  }
});

test("a page gives away nothing of what it is made of", async ({ baseURL }) => {
  for (const path of ["/", "/no-such-page", "/%00"]) {
    const { headers, text } = await ask((baseURL ?? "") + path);
    expect(headers.get("x-powered-by")).toBeNull();
    expect(text).not.toMatch(/node_modules|at \w+ \(.*:\d+:\d+\)/);
  }
});

test("none of it is an alarm in the log", () => {
  expect(alarmingLines()).toEqual([]);
});

function titleOf({ text }: Answer): string {
  return /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? "";
}

/** Not a bare line of text or a framework's page: ours, with a title and a way home. */
function expectRealPage(answer: Answer): void {
  expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
  expect(titleOf(answer)).toMatch(/Mental Health Network$/);
  expect(answer.text).toContain('href="/"');
  expect(answer.text).toContain("<h1");
}
