/** Looks a work up, so that nobody has to type what a registry knows. Nothing is stored. */
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { publicNetwork, type Network } from "@/lib/links/network";
import { RequestError, requestWeb, type WebAnswer } from "@/lib/links/request";
import type { Citation } from "@/lib/richtext/citation";
import { citationFromCsl } from "./csl";
import { citationFromPage } from "./page-meta";

/** Where works are looked up, and in which network; tests hand in their own. */
export type Registries = { doi: string; pubmed: string; network: Network };

const registries: Registries = {
  doi: "https://doi.org/",
  /** NCBI's Literature Citation Exporter. */
  pubmed: "https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pubmed/?format=csl&id=",
  network: publicNetwork,
};

const timeout = 10_000;
/** Bytes; papers of large collaborations name thousands of authors. */
const largestAnswer = 2_000_000;

const taken = z.array(z.string().max(80)).max(500).default([]);
const doiInput = z.object({
  /** With or without "doi:" or https://doi.org/ before it. */
  doi: z
    .string()
    .trim()
    .transform((text) => text.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, ""))
    .pipe(
      z
        .string()
        .max(300)
        .regex(/^10\.\d{4,9}\/\S+$/, "A DOI looks like 10.1000/182"),
    ),
  taken,
});
const pmidInput = z.object({
  pmid: z
    .string()
    .trim()
    .transform((text) => text.replace(/^pmid:\s*/i, ""))
    .pipe(z.string().regex(/^[1-9]\d{0,8}$/, "A PubMed id is a number such as 29792475")),
  taken,
});
const addressInput = z.object({
  url: z
    .string()
    .trim()
    .max(2048)
    .pipe(z.url({ protocol: /^https?$/, error: "An address starts with https://" })),
  taken,
});
export type DoiInput = z.input<typeof doiInput>;
export type PmidInput = z.input<typeof pmidInput>;
export type AddressInput = z.input<typeof addressInput>;

/**
 * Asks doi.org for a work. `taken` are the ids that the reference list has already.
 * @throws AppError "forbidden", "invalid" (no DOI), "not-found" (nobody registered it), "unavailable" (doi.org does not answer)
 */
export async function findCitationByDoi(actor: Actor, input: DoiInput, from = registries): Promise<Citation> {
  authorise(actor, "article.write");
  const { doi, taken: ids } = parseInput(doiInput, input);
  const address = from.doi + doi.split("/").map(encodeURIComponent).join("/");
  const answer = await ask(address, "doi.org", from.network);
  if (answer.status === 404)
    throw new AppError("not-found", "doi.org knows no work with this DOI. Compare it letter by letter.");
  return citationIn(answer, "doi.org", ids);
}

/** The same for an id of PubMed. @throws AppError as findCitationByDoi */
export async function findCitationByPmid(actor: Actor, input: PmidInput, from = registries): Promise<Citation> {
  authorise(actor, "article.write");
  const { pmid, taken: ids } = parseInput(pmidInput, input);
  const answer = await ask(from.pubmed + pmid, "PubMed", from.network);
  if (answer.status === 404 || answer.status === 400)
    throw new AppError("not-found", "PubMed knows no work with this id.");
  return citationIn(answer, "PubMed", ids);
}

/**
 * Suggests a reference from what a page says about itself; somebody must look it over.
 * @throws AppError "forbidden", "invalid", "not-found" (no page, or one without a title), "unavailable"
 */
export async function suggestCitation(actor: Actor, input: AddressInput, from = registries): Promise<Citation> {
  authorise(actor, "article.write");
  const { url, taken: ids } = parseInput(addressInput, input);
  const answer = await ask(url, "The site", from.network);
  if (answer.status >= 400) {
    throw new AppError("not-found", `The site answered ${String(answer.status)}. Fill in the reference by hand.`);
  }
  const citation = citationFromPage(answer.body, url, ids);
  if (!citation) throw new AppError("not-found", "The page does not say what it is. Fill in the reference by hand.");
  return citation;
}

async function ask(address: string, who: string, network: Network): Promise<WebAnswer> {
  const headers = { Accept: "application/vnd.citationstyles.csl+json, application/json;q=0.9, text/html;q=0.8" };
  try {
    return await requestWeb(
      address,
      { method: "GET", headers, timeout, maxBytes: largestAnswer, redirects: 5 },
      network,
    );
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (error.failure === "bad-address" || error.failure === "private") {
      throw new AppError("invalid", "This address can't be looked up.", { cause: error });
    }
    const message = `${who} can't be reached just now. Try again later, or fill in the reference by hand.`;
    throw new AppError("unavailable", message, { cause: error });
  }
}

function citationIn(answer: WebAnswer, who: string, ids: readonly string[]): Citation {
  const citation = answer.status === 200 ? citationFromCsl(parseJson(answer.body), ids) : null;
  if (citation) return citation;
  const message = `${who} gave an answer that can't be read. Fill in the reference by hand.`;
  throw new AppError("unavailable", message);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
