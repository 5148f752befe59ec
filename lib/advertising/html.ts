/** The sanitiser: the only way by which HTML that somebody typed reaches a reader's page. */
import sanitizeHtml from "sanitize-html";
import { isHttpsAddress, isOwnPath } from "@/lib/own-address";

/** What links of advertisements say about themselves (Google, "Qualify your outbound links"). */
export const sponsoredRel = "sponsored noopener";

/** Pictures only from our own library: another host would learn who reads what. */
const ownPicture = /^\/media\/[\w./-]+$/;

const options: sanitizeHtml.IOptions = {
  allowedTags: ["a", "b", "br", "em", "hr", "i", "img", "li", "ol", "p", "small", "span", "strong", "ul"],
  allowedAttributes: { a: ["href", "rel", "title"], img: ["src", "alt", "width", "height"] },
  allowedSchemes: ["https"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  enforceHtmlBoundary: false,
  transformTags: {
    a: (_, attributes) => {
      const { href = "", title } = attributes;
      // A link that leads nowhere good keeps its words and loses its address.
      if (!isHttpsAddress(href) && !isOwnPath(href)) return { tagName: "span", attribs: {} };
      return { tagName: "a", attribs: { href, rel: sponsoredRel, ...(title ? { title } : {}) } };
    },
  },
  // Without its size a picture would move the page when it comes.
  exclusiveFilter: ({ tag, attribs }) => tag === "img" && !isOwnSizedPicture(attribs),
};

function isOwnSizedPicture(attributes: Record<string, string>): boolean {
  const isSize = (text: string | undefined): boolean => /^[1-9]\d{0,3}$/.test(text ?? "");
  return ownPicture.test(attributes["src"] ?? "") && isSize(attributes["width"]) && isSize(attributes["height"]);
}

/**
 * Leaves of HTML what an advertisement may have: text, emphasis, lists, links (https or our own, always marked as
 * sponsored) and sized pictures of our own library. Scripts, handlers, frames, forms, styles and everything unknown
 * go. Cleaning twice changes nothing more.
 */
export function cleanAdvertisementHtml(html: string): string {
  return sanitizeHtml(html, options).trim();
}
