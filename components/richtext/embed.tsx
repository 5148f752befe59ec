import { createElement, type ReactElement } from "react";
import { embedProvidersByName } from "@/lib/richtext/embed-providers";
import type { EmbedNode } from "@/lib/richtext/schema";
import { TextLink } from "./text-link";

/**
 * A video or recording of another site. Nothing is fetched from there: the link leads to the provider's page, and the
 * custom element around it may turn it into a player when the reader asks (components/site/islands/).
 */
export function Embed({ node }: { node: EmbedNode }): ReactElement {
  const { provider, externalId, title } = node.attrs;
  const { name, kind, pageUrl } = embedProvidersByName[provider];
  return (
    <figure className="rt-embed">
      <figcaption className="rt-embed__title">{title}</figcaption>
      {createElement(
        "mhn-embed",
        { "data-provider": provider, "data-id": externalId, "data-title": title },
        <p className="rt-embed__note">
          {`This ${kind} is hosted by ${name}. Nothing is loaded from ${name}, and ${name} learns nothing about your visit, until you open it.`}
        </p>,
        <TextLink className="rt-embed__link" href={pageUrl(externalId)}>
          {`${kind === "video" ? "Watch" : "Listen"} on ${name}`}
        </TextLink>,
      )}
    </figure>
  );
}
