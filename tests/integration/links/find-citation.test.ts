import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCitationByDoi, findCitationByPmid, suggestCitation, type Registries } from "@/lib/citations/find-citation";
import type { Actor } from "@/lib/auth/actor";
import { anActor } from "@/tests/factories/actors";

let server: Server;
let from: Registries;
let author: Actor;
let moderator: Actor;
const asked: { url: string; accept: string }[] = [];
const work = {
  type: "article-journal",
  title: "A work",
  author: [{ family: "Doe" }],
  issued: { "date-parts": [[2020]] },
};

/** Answers as doi.org does: the registrant's registry has the record, doi.org sends there. */
function answer(path: string): { status: number; body?: string; location?: string } {
  if (path === "/10.1000/182") return { status: 302, location: "/registry/182" };
  if (path === "/registry/182") return { status: 200, body: JSON.stringify({ ...work, DOI: "10.1000/182" }) };
  if (path === "/10.1000/html") return { status: 200, body: "<html>" };
  if (path === "/10.1000/busy") return { status: 503 };
  if (path === "/10.1000/a%3Cb%3E%23c") return { status: 200, body: JSON.stringify(work) };
  if (path === "/pubmed?id=29792475") return { status: 200, body: JSON.stringify({ ...work, PMID: "29792475" }) };
  if (path === "/page") return { status: 200, body: "<title>A page</title>" };
  if (path === "/empty") return { status: 200, body: "<p>No title" };
  return { status: 404 };
}

beforeAll(async () => {
  author = await anActor("author");
  moderator = await anActor("moderator");
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", accept: request.headers.accept ?? "" });
    const { status, body, location } = answer(request.url ?? "");
    response.writeHead(status, location ? { location } : {}).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${String(port)}`;
  const network = {
    allowsPort: (candidate: number) => candidate === port,
    allowsAddress: (address: string) => address === "127.0.0.1",
  };
  from = { doi: `${base}/`, pubmed: `${base}/pubmed?id=`, network };
});
afterAll(() => {
  server.close();
});

const byDoi = (doi: string, taken: string[] = []) => findCitationByDoi(author, { doi, taken }, from);

describe("findCitationByDoi", () => {
  it.each(["10.1000/182", " https://doi.org/10.1000/182 ", "doi:10.1000/182", "http://dx.doi.org/10.1000/182"])(
    "finds %s",
    async (doi) => {
      await expect(byDoi(doi)).resolves.toMatchObject({ id: "doe-2020-work", doi: "10.1000/182", year: 2020 });
      expect(asked.at(-1)?.accept).toContain("application/vnd.citationstyles.csl+json");
    },
  );

  it("keeps clear of ids that are taken, and escapes what a DOI may hold", async () => {
    await expect(byDoi("10.1000/182", ["doe-2020-work"])).resolves.toMatchObject({ id: "doe-2020-work-2" });
    await expect(byDoi("10.1000/a<b>#c")).resolves.toMatchObject({ title: "A work" });
  });

  it("says what went wrong", async () => {
    await expect(byDoi("10.1000/nobody")).rejects.toMatchObject({ code: "not-found" });
    await expect(byDoi("10.1000/html")).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("by hand") as string }); // prettier-ignore
    await expect(byDoi("10.1000/busy")).rejects.toMatchObject({ code: "unavailable" });
    await expect(byDoi("11.1000/182")).rejects.toMatchObject({ code: "invalid" });
    const offline = { ...from, doi: "http://127.0.0.1:1/", network: { ...from.network, allowsPort: () => true } };
    await expect(findCitationByDoi(author, { doi: "10.1000/182" }, offline)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("can't be reached") as string,
    });
  });

  it("is for those who write", async () => {
    const before = asked.length;
    await expect(findCitationByDoi(moderator, { doi: "10.1000/182" }, from)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(findCitationByPmid(moderator, { pmid: "29792475" }, from)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(suggestCitation(moderator, { url: `${from.doi}page` }, from)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(asked).toHaveLength(before);
  });
});

describe("other ways to a reference", () => {
  it("is an id of PubMed", async () => {
    await expect(findCitationByPmid(author, { pmid: "PMID: 29792475" }, from)).resolves.toMatchObject({
      title: "A work",
    });
    await expect(findCitationByPmid(author, { pmid: "1" }, from)).rejects.toMatchObject({ code: "not-found" });
    await expect(findCitationByPmid(author, { pmid: "x" }, from)).rejects.toMatchObject({ code: "invalid" });
  });

  it("is the address of a page", async () => {
    const suggest = (path: string) => suggestCitation(author, { url: from.doi + path }, from);
    await expect(suggest("page")).resolves.toMatchObject({ title: "A page", type: "webpage", url: `${from.doi}page` });
    await expect(suggest("empty")).rejects.toMatchObject({ code: "not-found" });
    await expect(suggest("missing")).rejects.toMatchObject({ code: "not-found" });
    await expect(suggestCitation(author, { url: "file:///etc/passwd" }, from)).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("asks only the public internet in earnest", async () => {
    const before = asked.length;
    for (const url of [`${from.doi}page`, "http://169.254.169.254/latest/meta-data", "http://localhost/"])
      await expect(suggestCitation(author, { url })).rejects.toMatchObject({ code: "invalid" });
    expect(asked).toHaveLength(before);
  });
});
