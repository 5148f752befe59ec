import { describe, expect, it } from "vitest";
import { citationFromPage } from "./page-meta";

const url = "https://journal.example/article/1";
const page = (head: string) => `<!doctype html><html><head>${head}</head><body><p>Text</p></body></html>`;

describe("a page as a reference", () => {
  it("is what its scholarly tags say", () => {
    const head = `<title>Journal | Article</title>
      <meta name="citation_title" content="Sleep &amp; mood"><META NAME="citation_author" CONTENT="Lovelace, Ada">
      <meta name="citation_author" content="Alan Turing"/><meta name="citation_publication_date" content="2021/03/04">
      <meta name="citation_journal_title" content="Journal of Sleep"><meta name="citation_volume" content="12">
      <meta name="citation_issue" content="3"><meta name="citation_firstpage" content="10"><meta name="citation_lastpage" content="19">
      <meta name="citation_doi" content="doi:10.1000/182"><meta property="og:title" content="Other">`;
    expect(citationFromPage(page(head), url)).toEqual({
      id: "lovelace-2021-sleep",
      type: "article",
      title: "Sleep & mood",
      authors: ["Lovelace, Ada", "Turing, Alan"],
      year: 2021,
      container: "Journal of Sleep",
      volume: "12",
      issue: "3",
      pages: "10-19",
      doi: "10.1000/182",
      url,
      publisher: null,
    });
  });

  it("is its Open Graph title and site, or its title alone", () => {
    const graph = `<meta property="og:title" content="What helps"><meta property="og:site_name" content="A Charity">
      <meta property="article:published_time" content="2024-05-06T07:08:09Z"><title>x</title>`;
    expect(citationFromPage(page(graph), url)).toMatchObject({
      type: "webpage",
      title: "What helps",
      container: "A Charity",
      year: 2024,
    });
    const bare = "<title>Sleep &amp; &lt; 5 hours</title><svg><title>An arrow</title></svg>";
    expect(citationFromPage(page(bare), url)).toMatchObject({
      title: "Sleep & < 5 hours",
      authors: [],
      year: null,
      url,
    });
  });

  it("is none without a title, whatever the page is made of", () => {
    for (const html of ["", "<p>x", page("<title> </title>"), "%PDF-1.7 \0\0", "<meta name=citation_title content=''>"])
      expect(citationFromPage(html, url)).toBeNull();
  });

  it("takes no markup from a page", () => {
    const { title } = citationFromPage(
      page(`<meta name="citation_title" content="<script>alert(1)</script>T<b>i</b>tle">`),
      url,
    )!;
    expect(title).toBe("Title");
  });
});
