import type { Graph } from "schema-dts";
import { describe, expect, it } from "vitest";
import { articleCrumbs, categoryCrumbs, staticPageCrumbs } from "@/lib/seo/crumbs";
import { absoluteUrl } from "@/lib/urls";
import { articleGraph, homeGraph, listGraph, profileGraph, searchGraph, staticPageGraph } from "./graphs";
import { printGraph } from "./print-graph";
import type { Profiled } from "./profile-page";
import type { Node } from "./testing/check-ranges";
import { sampleArticle, sampleSite } from "./testing/sample-article";
import { faultsOfPage, pageWith } from "./testing/validate";

const category = { id: 7, slug: "growth-psychology", name: "growth psychology", parentId: null };
const path = "/growth-psychology/steadier";
const crumbs = articleCrumbs(sampleArticle, [category]);
const url = absoluteUrl(path);

const desk: Profiled = {
  slug: "therapy-desk",
  name: "Therapy desk",
  kind: "desk",
  bio: "Explains what happens in therapy.",
  credentials: null,
  jobTitle: null,
  licence: null,
  orcid: null,
  links: [],
  portrait: null,
};
const person: Profiled = {
  ...desk,
  slug: "noor-haddad",
  name: "Noor Haddad",
  kind: "person",
  credentials: "Dr. phil.",
  jobTitle: "Health editor",
  licence: "Psychotherapeutenkammer 123",
  orcid: "0000-0002-1825-0097",
  links: [{ href: "https://university.example/haddad" }],
  portrait: sampleArticle.cover,
};

function profile(profiled: Profiled): Graph {
  return profileGraph(sampleSite, { path: `/author/${profiled.slug}`, name: profiled.name, crumbs, profiled });
}

const graphs: Record<string, Graph> = {
  home: homeGraph(sampleSite, [sampleArticle]),
  "empty home": homeGraph(sampleSite, []),
  list: listGraph(sampleSite, {
    path: "/growth-psychology",
    name: "Growth psychology",
    description: "",
    crumbs: categoryCrumbs(category, [category]),
    items: [sampleArticle],
  }),
  article: articleGraph(sampleSite, sampleArticle, path, crumbs),
  desk: profile(desk),
  person: profile(person),
  about: staticPageGraph(sampleSite, {
    path: "/about-us",
    name: "About us",
    crumbs: staticPageCrumbs({ slug: "about-us", title: "About us" }),
    kind: "AboutPage",
    modifiedAt: sampleArticle.publishedAt,
  }),
  search: searchGraph(sampleSite, { path: "/search?q=x", name: "Results for “x”", crumbs: [] }),
};

function nodesOf(graph: Graph): Node[] {
  return (JSON.parse(printGraph(graph)) as { "@graph": Node[] })["@graph"];
}

function nodeOf(graph: Graph, type: string): Node {
  const found = nodesOf(graph).find((node) => node["@type"] === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
}

describe("every graph", () => {
  it.each(Object.entries(graphs))("of %s is what schema.org and Google know", async (_name, graph) => {
    expect(await faultsOfPage(pageWith(printGraph(graph)))).toEqual([]);
  });

  it.each(Object.entries(graphs))("of %s names the site and who publishes it", (name, graph) => {
    const types = nodesOf(graph).map((node) => node["@type"]);
    expect(types.filter((type) => type === "WebSite")).toHaveLength(1);
    expect(types.filter((type) => type === "Organization")).toHaveLength(1);
    // The search belongs on the home page and nowhere else.
    expect("potentialAction" in nodeOf(graph, "WebSite")).toBe(name.endsWith("home"));
  });
});

describe("the validator", () => {
  const broken = (change: (nodes: Record<string, unknown>[]) => void): Promise<string[]> => {
    const graph = JSON.parse(printGraph(articleGraph(sampleSite, sampleArticle, path, crumbs))) as {
      "@graph": Record<string, unknown>[];
    };
    change(graph["@graph"]);
    return faultsOfPage(pageWith(printGraph(graph as unknown as Graph)));
  };
  const typed = (nodes: Record<string, unknown>[], type: string): Record<string, unknown> =>
    nodes.find((node) => node["@type"] === type) ?? {};

  it.each<[string, RegExp, (nodes: Record<string, unknown>[]) => void]>([
    ["an unknown type", /Artikel/, (nodes) => (typed(nodes, "Article")["@type"] = "Artikel")],
    ["an unknown property", /headlines/, (nodes) => (typed(nodes, "Article").headlines = "x")],
    ["a property of another type", /servesCuisine/, (nodes) => (typed(nodes, "Article").servesCuisine = "x")],
    [
      "a date without offset",
      /datePublished/,
      (nodes) => (typed(nodes, "Article").datePublished = "2026-11-16T08:00:00"),
    ],
    ["a number as text", /wordCount/, (nodes) => (typed(nodes, "Article").wordCount = "many")],
    ["a reference to nothing", /refers to nothing/, (nodes) => (typed(nodes, "Article").publisher = { "@id": "#x" })],
    [
      "an author of the wrong kind",
      /author/,
      (nodes) => (typed(nodes, "Article").author = { "@type": "Place", name: "x" }),
    ],
    ["an author without a name", /"name"/, (nodes) => (typed(nodes, "Article").author = { "@type": "Person" })],
    [
      "a breadcrumb of one step",
      /At least two/,
      (nodes) => {
        const list = typed(nodes, "BreadcrumbList");
        list.itemListElement = (list.itemListElement as unknown[]).slice(0, 1);
      },
    ],
    [
      "a step without an address",
      /item/,
      (nodes) => {
        const [first] = typed(nodes, "BreadcrumbList").itemListElement as Record<string, unknown>[];
        delete first?.item;
      },
    ],
  ])("finds %s", async (_name, fault, change) => {
    expect((await broken(change)).join("\n")).toMatch(fault);
  });
});

describe("the graph of an article", () => {
  const article = nodeOf(graphs.article!, "Article");

  it("names the headline and not the title for search engines", () => {
    expect(article.headline).toBe(sampleArticle.headline);
  });

  it("dates it in the site's zone, with the offset of that day", () => {
    expect(article.datePublished).toBe("2026-11-16T09:00:00+01:00");
    expect(article.dateModified).toBe("2026-07-17T00:30:00+02:00");
  });

  it("names each author in an object of their own, by their name alone", () => {
    expect(article.author).toEqual([
      {
        "@type": "Person",
        "@id": `${absoluteUrl("/author/ada-lindqvist")}#author`,
        name: "Ada Lindqvist",
        url: absoluteUrl("/author/ada-lindqvist"),
      },
      {
        "@type": "Organization",
        "@id": `${absoluteUrl("/author/therapy-desk")}#author`,
        name: "Therapy desk",
        url: absoluteUrl("/author/therapy-desk"),
      },
    ]);
  });

  it("shows pictures of 1200 pixels and more, and none that is smaller", () => {
    const widths = (article.image as { width: string }[]).map(({ width }) => Number(width));
    expect(widths.length).toBeGreaterThan(0);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(1200);
    const cover = { ...sampleArticle.cover!, width: 1199, widths: [320, 640, 1199] };
    const small = articleGraph(sampleSite, { ...sampleArticle, cover }, path, crumbs);
    expect(nodeOf(small, "Article")).not.toHaveProperty("image");
  });

  it("cites what the text refers to, and where it is found", () => {
    expect(article.citation).toEqual([
      {
        "@type": "ScholarlyArticle",
        name: "The alliance in adult psychotherapy",
        datePublished: "2018",
        url: "https://doi.org/10.1037/pst0000172",
      },
    ]);
  });

  it("is a report in the news, and an article elsewhere", () => {
    const news = articleGraph(sampleSite, { ...sampleArticle, categorySlug: "news" }, "/news/steadier", crumbs);
    expect(nodeOf(news, "NewsArticle")["@id"]).toBe(`${absoluteUrl("/news/steadier")}#article`);
    expect(article["@id"]).toBe(`${url}#article`);
  });

  it("has a medical page only when a person reviewed it, dated in the site's calendar", () => {
    expect(nodeOf(graphs.article!, "MedicalWebPage")).toMatchObject({
      "@id": `${url}#webpage`,
      lastReviewed: "2026-11-15",
      reviewedBy: { "@type": "Person", name: "Noor Haddad" },
    });
    expect(article.mainEntityOfPage).toEqual({ "@id": `${url}#webpage` });
    for (const reviewer of [
      null,
      { slug: "sources-desk", name: "Sources desk", credentials: null, kind: "desk" },
    ] as const) {
      const graph = articleGraph(sampleSite, { ...sampleArticle, reviewer }, path, crumbs);
      const page = nodeOf(graph, "WebPage");
      expect(page).not.toHaveProperty("reviewedBy");
      expect(page).not.toHaveProperty("lastReviewed");
    }
  });
});

describe("the graph of an author", () => {
  it("tells a person from a desk, and what qualifies a person", () => {
    expect(nodeOf(graphs.desk!, "ProfilePage").mainEntity).toMatchObject({
      "@type": "Organization",
      name: "Therapy desk",
      parentOrganization: { "@id": `${absoluteUrl("/")}#organization` },
    });
    expect(nodeOf(graphs.person!, "ProfilePage").mainEntity).toMatchObject({
      "@type": "Person",
      "@id": `${absoluteUrl("/author/noor-haddad")}#author`,
      jobTitle: "Health editor",
      sameAs: ["https://orcid.org/0000-0002-1825-0097", "https://university.example/haddad"],
      hasCredential: [{ name: "Dr. phil." }, { name: "Psychotherapeutenkammer 123" }],
    });
  });
});
