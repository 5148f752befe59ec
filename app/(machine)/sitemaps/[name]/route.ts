import { articleFile } from "@/lib/sitemaps/article-file";
import { listFile } from "@/lib/sitemaps/list-files";
import { newsFile } from "@/lib/sitemaps/news-files";
import { machineResponse, streamedResponse } from "@/lib/web/machine-response";
import { xmlContentType as contentType } from "../../xml-content-type";

export const dynamic = "force-dynamic";

/** One sitemap file: articles-1.xml, news-1.xml, categories.xml, tags.xml, authors.xml, pages.xml. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, name = "", number] = /^([a-z]+(?:-([1-9]\d{0,4}))?)\.xml$/.exec((await params).name) ?? [];
  if (number !== undefined && name.startsWith("articles-")) {
    const file = await articleFile(Number(number));
    return file ? streamedResponse(request, { contentType, ...file }) : notFound();
  }
  const file = number !== undefined && name.startsWith("news-") ? await newsFile(Number(number)) : await listFile(name);
  return file ? machineResponse(request, { contentType, ...file }) : notFound();
}

function notFound(): Response {
  return new Response("Not found\n", { status: 404 });
}
