import { beforeAll, describe, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { sql } from "@/lib/db/pool";
import { transaction } from "@/lib/db/transaction";
import { findAnswer } from "@/lib/search/answer";
import { rebuildSearchWords } from "@/lib/search/commands";
import { correctQuery, searchArticles, suggestArticles } from "@/lib/search/queries";
import { readQuery } from "@/lib/search/query-text";
import { aCategory, aPublishedArticle, aTag, paragraphs } from "@/tests/factories/articles";

let news = 0;
const slugs = async (text: string, category: number | null = null, page = 1): Promise<string[]> =>
  (await searchArticles(text, category, page)).items.map((hit) => hit.slug);

beforeAll(async () => {
  news = await aCategory("news");
  const growth = await aCategory("growth-psychology");
  const filler = Array.from({ length: 40 }, (_, index) => `Paragraph ${String(index)} says little.`);
  await aPublishedArticle({
    slug: "deep",
    headline: "A long piece",
    categoryId: growth,
    body: paragraphs(...filler, "Only here stands the word dendrochronology."),
  });
  await aPublishedArticle({ slug: "in-body", categoryId: news, body: paragraphs("Depression is named in the text.") });
  await aPublishedArticle({ slug: "in-headline", headline: "Living with depression", categoryId: growth });
  await aPublishedArticle({ slug: "by-tag", categoryId: news, tagIds: [await aTag("mental-fatigue")] });
  await aPublishedArticle({ slug: "accents", categoryId: news, body: paragraphs("A naïve idea in a café.") });
  await aPublishedArticle({
    slug: "markup",
    categoryId: news,
    body: paragraphs('Some marmalade, 2 < 3 & "so on", marmalade again.'),
  });
});

describe("searchArticles", () => {
  it("finds a word that stands only in the last paragraph, and shows it", async () => {
    const { items } = await searchArticles("dendrochronology", null, 1);
    expect(items.map((hit) => hit.slug)).toEqual(["deep"]);
    expect(items[0]?.snippet).toContainEqual({ text: "dendrochronology", match: true });
  });

  it("puts the headline before the text, and finds other forms of a word", async () => {
    expect(await slugs("depression")).toEqual(["in-headline", "in-body"]);
    expect(await slugs("depressions")).toEqual(["in-headline", "in-body"]);
  });

  it("shows the words that Postgres took for those that were searched for", async () => {
    const forms: Record<string, string> = {
      exhaustion: "Exhausted, exhausting, exhaustion and exhaustive.",
      therapy: "Therapies and therapy.",
      relating: "Relate, related, relates, relating and relation.",
      anxious: "Anxious and anxiously.",
      naïvely: "Naive, naïve and naïvely.",
      generalised: "Generalise, generalised and generalises.",
    };
    for (const [asked, text] of Object.entries(forms)) {
      const slug = `forms-of-${String(Object.keys(forms).indexOf(asked))}`;
      await aPublishedArticle({ slug, headline: "Forms of a word", body: paragraphs(text) });
      const { items } = await searchArticles(`${asked} -unsaid`, null, 1);
      const parts = items.find((hit) => hit.slug === slug)?.snippet ?? [];
      const marked = parts.filter(({ match }) => match).map(({ text: word }) => word.toLowerCase());
      const [row] = await sql<{ words: string[] }>(
        `SELECT array_agg(word) AS words FROM regexp_split_to_table(lower($1), '[^[:alpha:]]+') AS word
         WHERE to_tsvector('public.magazine', word) @@ websearch_to_tsquery('public.magazine', $2)`,
        [text, asked],
      );
      expect(marked, asked).toEqual(row?.words);
      expect(marked.length, asked).toBeGreaterThan(1);
    }
  });

  it("keeps to a category", async () => {
    expect(await slugs("depression", news)).toEqual(["in-body"]);
  });

  it("finds by tag, and without accents", async () => {
    expect(await slugs("mental fatigue")).toEqual(["by-tag"]);
    expect(await slugs("naive cafe")).toEqual(["accents"]);
    expect(await slugs("naïve café")).toEqual(["accents"]);
  });

  it("gives signs of markup back as text", async () => {
    const { items } = await searchArticles("marmalade", null, 1);
    expect(items[0]?.snippet.map((part) => part.text).join("")).toContain('marmalade, 2 < 3 & "so on", marmalade');
  });

  it.each([
    "'; DROP TABLE publication; --",
    "<script>alert(1)</script>",
    "a & | ! ( )",
    '"unclosed',
    "-",
    ":*",
    "%_\\",
    "the",
  ])("takes %j calmly", async (text) => {
    await expect(searchArticles(text, null, 1)).resolves.toMatchObject({ page: 1 });
    await expect(suggestArticles(text.toLowerCase().match(/[a-z]+/g) ?? [])).resolves.toBeInstanceOf(Array);
  });

  it("has no page beyond the last", async () => {
    await expect(searchArticles("depression", null, 2)).rejects.toMatchObject({ code: "not-found" });
  });

  it("shows nothing that is not visible yet", async () => {
    const visibleFrom = new Date(Date.now() + 3_600_000);
    await aPublishedArticle({ slug: "future", headline: "Zymurgy", categoryId: news }, { visibleFrom });
    expect(await slugs("zymurgy")).toEqual([]);
    setClock(visibleFrom);
    expect(await slugs("zymurgy")).toEqual(["future"]);
  });
});

describe("findAnswer", () => {
  const answerTo = async (typed: string): Promise<Awaited<ReturnType<typeof findAnswer>>> => {
    const query = readQuery(typed);
    if (query.kind !== "query") throw new Error("Nothing is asked.");
    return findAnswer(query, null, 1);
  };

  it("hears danger whether or not something is found, and in what was meant", async () => {
    expect(await answerTo("kill myself")).toMatchObject({ danger: true, results: { total: 0 } });
    await aPublishedArticle({ slug: "lines", headline: "After an overdose", categoryId: news });
    expect(await answerTo("overdose")).toMatchObject({ danger: true, results: { total: 1 } });
    expect(await answerTo("ovrdose")).toMatchObject({ danger: true, corrected: "overdose" });
    expect(await answerTo("depression")).toMatchObject({ danger: false });
  });
});

describe("correctQuery", () => {
  it("knows what was meant", async () => {
    expect(await correctQuery(["depresion"])).toBe("depression");
    expect(await correctQuery(["living", "depresssion"])).toBe("living depression");
  });

  it("knows letters that changed places, also where another word looks more alike, and other slips in short words", async () => {
    await aPublishedArticle({
      slug: "slips",
      categoryId: news,
      body: paragraphs("Anxiety, burnout and sleep. A candle may burn."),
    });
    expect(await correctQuery(["anxeity"])).toBe("anxiety");
    expect(await correctQuery(["burnuot"])).toBe("burnout");
    expect(await correctQuery(["sleap", "anxeity"])).toBe("sleep anxiety");
  });

  it("leaves known and hopeless words alone", async () => {
    expect(await correctQuery(["depression"])).toBeNull();
    expect(await correctQuery(["xqzvwk"])).toBeNull();
    expect(await correctQuery(["abc"])).toBeNull();
  });

  it("works the same after the dictionary was made anew", async () => {
    const words = await transaction((tx) => rebuildSearchWords(tx));
    expect(words).toBeGreaterThan(20);
    expect(await correctQuery(["depresion"])).toBe("depression");
  });
});

describe("suggestArticles", () => {
  it("completes the word that is being typed", async () => {
    expect((await suggestArticles(["living", "depr"])).map((hit) => hit.slug)).toEqual(["in-headline"]);
    expect((await suggestArticles(["dendrochron"])).map((hit) => hit.slug)).toEqual(["deep"]);
    expect(await suggestArticles([])).toEqual([]);
  });
});
