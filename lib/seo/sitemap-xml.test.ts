import { describe, expect, it } from "vitest";
import { longestSlug } from "@/lib/slug";
import { articlePath, mediaVariant } from "@/lib/urls";
import {
  articleUrlSet,
  sitemapFileBytes,
  sitemapFileSize,
  sitemapImages,
  sitemapIndex,
  urlSet,
  type ArticleUrl,
  type SitemapUrl,
} from "./sitemap-xml";

const golden = (name: string): string => `../../tests/fixtures/sitemaps/${name}.xml`;
const moment = new Date("2026-11-28T08:30:00.000Z");
const longest = { location: "https://a.example/b/c", lastModified: moment };
/** What XML, and what the encoding could trip over. */
const awkward = `https://a.example/?q=<"心理" & 'élan' 🙂>`;

async function written(batches: ArticleUrl[][], of = longest): Promise<string> {
  let xml = "";
  for await (const chunk of articleUrlSet(stream(batches), of)) xml += chunk;
  return xml;
}

async function* stream<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

describe("sitemap files", () => {
  it("hold addresses, with and without a date", async () => {
    const xml = urlSet([{ location: awkward }, { location: "https://a.example/", lastModified: moment }]);
    await expect(xml).toMatchFileSnapshot(golden("pages"));
  });

  it("hold articles with their pictures", async () => {
    const plain = { location: "https://a.example/news/plain", lastModified: moment, images: [] };
    const illustrated = { location: awkward, lastModified: moment, images: [`${awkward}&w=1`, `${awkward}&w=2`] };
    const xml = await written([[plain], [], [illustrated]]);
    await expect(xml).toMatchFileSnapshot(golden("articles"));
  });

  it("are listed by an index", async () => {
    const xml = sitemapIndex([
      { location: "https://a.example/sitemaps/articles-1.xml", lastModified: moment },
      { location: awkward },
    ]);
    await expect(xml).toMatchFileSnapshot(golden("index"));
  });

  it("name neither priority nor frequency", async () => {
    expect(urlSet([longest]) + (await written([[{ ...longest, images: [] }]]))).not.toMatch(/priority|changefreq/);
  });
});

describe("limits", () => {
  /** As long as the parts of an address can be: a host has at most 253 characters (RFC 1035, 3.1). */
  const origin = `https://${"h".repeat(253)}:65535`;
  const slug = "s".repeat(longestSlug);
  const place = { location: origin + articlePath({ categorySlug: slug, slug }), lastModified: moment };
  const image = origin + mediaVariant(`aa/${"a".repeat(32)}`, 1920, "jpg");

  it("are those of sitemaps.org and Google", () => {
    expect({ sitemapFileSize, sitemapImages }).toEqual({ sitemapFileSize: 50_000, sitemapImages: 1_000 });
    expect(sitemapFileBytes).toBeLessThanOrEqual(50 * 1024 * 1024);
  });

  it("hold for a full file of the longest addresses, each with more pictures than there is room for", async () => {
    const batch = Array.from({ length: 1_000 }, () => ({ ...place, images: Array<string>(3).fill(image) }));
    const full = stream(Array<ArticleUrl[]>(sitemapFileSize / batch.length).fill(batch));
    let bytes = 0;
    let urls = 0;
    let images = 0;
    for await (const chunk of articleUrlSet(full, place)) {
      bytes += Buffer.byteLength(chunk);
      urls += chunk.split("<url>").length - 1;
      images += chunk.split("<image:image>").length - 1;
    }
    expect(urls).toBe(sitemapFileSize);
    expect(bytes).toBeLessThanOrEqual(sitemapFileBytes);
    // Pictures take all the room there is: not even one more would fit.
    const element = `<image:image><image:loc>${image}</image:loc></image:image>`.length;
    expect(bytes).toBeGreaterThan(sitemapFileBytes - element);
    expect(images).toBeGreaterThan(50_000);
  }, 60_000);

  it("leave a file as it is that has room, up to a thousand pictures an address", async () => {
    const images = Array.from({ length: 1_002 }, (_, index) => `https://a.example/media/${String(index)}.jpg`);
    const xml = await written([[{ ...longest, images }]]);
    expect(xml.split("<image:image>").length - 1).toBe(1_000);
    expect(xml).toContain("/999.jpg<");
    expect(xml).not.toContain("/1000.jpg<");
  });

  it("hold for lists of the longest addresses, which have no pictures", () => {
    expect(Buffer.byteLength(urlSet(Array<SitemapUrl>(sitemapFileSize).fill(place)))).toBeLessThanOrEqual(
      sitemapFileBytes,
    );
  });
});
