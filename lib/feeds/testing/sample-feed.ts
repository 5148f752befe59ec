/** A feed with everything that breaks writers of XML, for tests. */
import type { Feed } from "../types";

export const hostile = `Tom & "Jerry" <b>'s</b> ]]> 👩‍👩‍👧 心理健康`;

export const sampleFeed: Feed = {
  id: "tag:magazine.example,2026:feed/tag/7",
  title: `Articles on ${hostile}`,
  description: "What it's about & why.",
  language: "en",
  publisher: { name: "Magazine & Co", url: "https://magazine.example/" },
  pageUrl: "https://magazine.example/tag/a",
  selfUrl: "https://magazine.example/tag/a/feed.xml",
  hub: "https://hub.example/?a=1&b=2",
  icon: "https://magazine.example/feed-icon.png",
  updatedAt: new Date("2026-03-05T07:08:09.000Z"),
  paging: {
    isArchive: false,
    current: null,
    previous: "https://magazine.example/tag/a/feed.xml?archive=2",
    next: null,
  },
  items: [
    {
      id: "tag:magazine.example,2026:article/12",
      url: "https://magazine.example/news/a-piece",
      title: hostile,
      summary: `In short: ${hostile}`,
      html: '<p>Tom &amp; "Jerry" &lt;b&gt;\'s ]]&gt; 👩‍👩‍👧 心理健康<br/><a href="https://magazine.example/?a=1&amp;b=2">a</a></p>',
      publishedAt: new Date("2026-03-03T10:00:00.000Z"),
      updatedAt: new Date("2026-03-05T07:08:09.000Z"),
      authors: [
        { name: "Ann O'Neil", url: "https://magazine.example/author/ann" },
        { name: "李华", url: "https://magazine.example/author/li-hua" },
      ],
      categories: [
        { term: "news", label: "News & views", scheme: "https://magazine.example/" },
        { term: "adhd", label: "ADHD", scheme: "https://magazine.example/tag/" },
      ],
      image: {
        url: "https://magazine.example/media/ab/1280.jpg",
        width: 1280,
        height: 720,
        type: "image/jpeg",
        alt: 'A "path"',
        credit: "A & B",
      },
    },
    {
      id: "tag:magazine.example,2026:article/11",
      url: "https://magazine.example/news/too-long",
      title: "Too long for a feed",
      summary: "Only in short.",
      html: null,
      publishedAt: new Date("2026-03-02T10:00:00.000Z"),
      updatedAt: new Date("2026-03-02T10:00:00.000Z"),
      authors: [],
      categories: [],
      image: null,
    },
  ],
};

/** The same articles, as an archive. */
export const sampleArchive: Feed = {
  ...sampleFeed,
  selfUrl: "https://magazine.example/tag/a/feed.xml?archive=2",
  hub: null,
  icon: null,
  paging: {
    isArchive: true,
    current: "https://magazine.example/tag/a/feed.xml",
    previous: "https://magazine.example/tag/a/feed.xml?archive=1",
    next: "https://magazine.example/tag/a/feed.xml?archive=3",
  },
};
