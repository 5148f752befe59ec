/** Asks the routes for programs as the server does: a request, its context, the route of its address. */
import { GET as atomOfAuthor } from "@/app/(machine)/author/[slug]/atom.xml/route";
import { GET as jsonOfAuthor } from "@/app/(machine)/author/[slug]/feed.json/route";
import { GET as rssOfAuthor } from "@/app/(machine)/author/[slug]/feed.xml/route";
import { GET as articleText } from "@/app/(machine)/[category]/[slug]/markdown/route";
import { GET as atomOfCategory } from "@/app/(machine)/[category]/atom.xml/route";
import { GET as jsonOfCategory } from "@/app/(machine)/[category]/feed.json/route";
import { GET as rssOfCategory } from "@/app/(machine)/[category]/feed.xml/route";
import { GET as atomOfSite } from "@/app/(machine)/atom.xml/route";
import { GET as jsonOfSite } from "@/app/(machine)/feed.json/route";
import { GET as rssOfSite } from "@/app/(machine)/feed.xml/route";
import { GET as llms } from "@/app/(machine)/llms.txt/route";
import { GET as atomOfTag } from "@/app/(machine)/tag/[slug]/atom.xml/route";
import { GET as jsonOfTag } from "@/app/(machine)/tag/[slug]/feed.json/route";
import { GET as rssOfTag } from "@/app/(machine)/tag/[slug]/feed.xml/route";
import { runWithRequest, type RequestContext } from "@/lib/request-context";

const site = { "feed.xml": rssOfSite, "atom.xml": atomOfSite, "feed.json": jsonOfSite };
const category = { "feed.xml": rssOfCategory, "atom.xml": atomOfCategory, "feed.json": jsonOfCategory };
const tag = { "feed.xml": rssOfTag, "atom.xml": atomOfTag, "feed.json": jsonOfTag };
const author = { "feed.xml": rssOfAuthor, "atom.xml": atomOfAuthor, "feed.json": jsonOfAuthor };

type Answer = {
  status: number;
  text: string;
  location: string | null;
  headers: Headers;
  /** Statements that it took. */
  sqlStatements: number;
};

/** @param path for example "/tag/adhd/feed.xml?archive=2" */
export async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const context: RequestContext = {
    url: path,
    address: "127.0.0.1",
    id: "feeds-test",
    sqlStatements: 0,
    sqlMilliseconds: 0,
    databaseUnavailable: false,
    status: null,
  };
  const request = new Request(`http://localhost:3000${path}`, { headers });
  const response = await runWithRequest(context, () => route(request));
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get("Location"),
    headers: response.headers,
    sqlStatements: context.sqlStatements,
  };
}

function route(request: Request): Promise<Response> {
  const parts = new URL(request.url).pathname.split("/").slice(1);
  const [first = "", second = "", third = ""] = parts;
  if (first === "llms.txt") return llms(request);
  if (parts.length === 1) return site[first as keyof typeof site](request);
  if (second.endsWith(".md")) {
    return articleText(request, { params: Promise.resolve({ category: first, slug: second.slice(0, -3) }) });
  }
  if (parts.length === 2) {
    return category[second as keyof typeof category](request, { params: Promise.resolve({ category: first }) });
  }
  const routes = first === "tag" ? tag : author;
  return routes[third as keyof typeof routes](request, { params: Promise.resolve({ slug: second }) });
}
