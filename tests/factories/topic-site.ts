/** The magazine as hubs and search engines see it: its feeds, rendered from the database, and its key file. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { answerKeyFile } from "@/lib/hooks/key-file";
import { webSubLinks } from "@/lib/hooks/hub";
import { absoluteUrl, articlePath } from "@/lib/urls";

export type TopicSite = { url: string; stop(): Promise<void> };

/** Set SITE_URL to its address. */
export async function aTopicSite(): Promise<TopicSite> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (answerKeyFile(request, response)) return;
  const path = request.url ?? "";
  const match = /^(?:\/([\w-]+))?\/feed\.xml$/.exec(path);
  if (!match) return void response.writeHead(404).end();
  const moment = now();
  const items = await database().publication.findMany({
    where: {
      visibleFrom: { lte: moment },
      OR: [{ visibleUntil: null }, { visibleUntil: { gt: moment } }],
      ...(match[1] ? { category: { slug: match[1] } } : {}),
    },
    orderBy: { articleId: "asc" },
    select: { headline: true, slug: true, category: { select: { slug: true } } },
  });
  const lines = items.map(({ headline, slug, category }) => {
    const link = absoluteUrl(articlePath({ categorySlug: category.slug, slug }));
    return `<item><title>${headline}</title><link>${link}</link></item>`;
  });
  response.setHeader("Content-Type", "application/rss+xml; charset=utf-8");
  const links = webSubLinks(absoluteUrl(path));
  if (links) response.setHeader("Link", links);
  response.end(`<rss version="2.0"><channel>${lines.join("")}</channel></rss>`);
}
