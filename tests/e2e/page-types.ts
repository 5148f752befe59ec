/** Every kind of page a reader can land on, each with one address of the sample content. */

/** The menu, in the order readers see it. */
export const menu = [
  { label: "HOME", path: "/" },
  { label: "interpersonal relationship", path: "/interpersonal-relationship" },
  { label: "Psychological exploration", path: "/psychological-exploration" },
  { label: "psychological test", path: "/psychological-test" },
  { label: "workplace psychology", path: "/workplace-psychology" },
  { label: "marriage psychology", path: "/marriage-psychology" },
  { label: "growth psychology", path: "/growth-psychology" },
  { label: "News", path: "/news" },
] as const;

export type PageType = {
  name: string;
  path: string;
  status: 200 | 404;
  /** The words of the h1. */
  heading: string;
  /** Which entry of the menu is marked. */
  current: (typeof menu)[number]["label"] | null;
};

export const articlePath = "/growth-psychology/what-happens-during-therapy-sessions";
export const articleHeadline = "What happens during therapy sessions, from first to last";

const motto = "What happens in therapy, and everyday psychology, honestly explained.";
const topic = "Psychological exploration";

/** The sample content has no category of more than one page, so a tag and an author stand for all numbered pages. */
export const pageTypes: readonly PageType[] = [
  { name: "home", path: "/", status: 200, heading: motto, current: "HOME" },
  { name: "category", path: "/news", status: 200, heading: "News", current: "News" },
  { name: "article", path: articlePath, status: 200, heading: articleHeadline, current: "growth psychology" },
  { name: "tag", path: "/tag/psychological-exploration", status: 200, heading: topic, current: null },
  { name: "tag, page 2", path: "/tag/psychological-exploration/page/2", status: 200, heading: topic, current: null },
  { name: "author", path: "/author/therapy-desk", status: 200, heading: "Therapy desk", current: null },
  { name: "author, page 2", path: "/author/therapy-desk/page/2", status: 200, heading: "Therapy desk", current: null },
  { name: "search, found", path: "/search?q=therapy", status: 200, heading: "Results for “therapy”", current: null },
  {
    name: "search, not found",
    path: "/search?q=zqxzqx",
    status: 200,
    heading: "No Result for “zqxzqx”",
    current: null,
  },
  { name: "search, empty", path: "/search", status: 200, heading: "Search the magazine", current: null },
  { name: "static page", path: "/contact", status: 200, heading: "Contact", current: null },
  { name: "site map for people", path: "/sitemap", status: 200, heading: "Sitemap", current: null },
  { name: "404", path: "/no-such-page", status: 404, heading: "There is no page here", current: null },
];
