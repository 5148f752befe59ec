/** What somebody pastes to say which work is meant. Pure. */

type WorkIdentifier = { kind: "doi" | "pmid" | "url"; value: string };

const doi = /10\.\d{4,9}\/[^\s?#]+/;
/** What publishers put behind the DOI in their addresses. */
const page = /\/(?:full|abstract|abs|pdf|epdf|html|meta|summary|references|figures)(?:\/.*)?$/i;

/**
 * A DOI (bare, with "doi:", or inside an address of doi.org or of a publisher), a PubMed number or address, or any other
 * address of the web. Null for words that are none of these.
 */
export function readWorkIdentifier(typed: string): WorkIdentifier | null {
  const text = typed.trim().replace(/[.,;]+$/, "");
  if (/^(?:doi:?\s*)?10\./i.test(text)) {
    const value = text.replace(/^doi:?\s*/i, "");
    return /^10\.\d{4,9}\/\S+$/.test(value) ? { kind: "doi", value } : null;
  }
  const number = /^(?:pmid:?\s*)?([1-9]\d{0,8})$/i.exec(text);
  if (number?.[1]) return { kind: "pmid", value: number[1] };
  const address = /^https?:\/\//i.test(text)
    ? text
    : /^(?:www\.|(?:dx\.)?doi\.org\/)/i.test(text)
      ? `https://${text}`
      : "";
  return URL.canParse(address) ? identifierIn(new URL(address)) : null;
}

function identifierIn(address: URL): WorkIdentifier {
  const host = address.hostname.replace(/^(?:www|dx)\./, "");
  const path = decoded(address.pathname);
  const named = doi.exec(path)?.[0];
  if (named && host === "doi.org") return { kind: "doi", value: named };
  if (named && /\/doi\//i.test(path)) return { kind: "doi", value: named.replace(page, "") };
  const pubmed = host === "pubmed.ncbi.nlm.nih.gov" ? /^\/([1-9]\d{0,8})\/?$/.exec(path) : null;
  if (pubmed?.[1]) return { kind: "pmid", value: pubmed[1] };
  return { kind: "url", value: address.href };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
