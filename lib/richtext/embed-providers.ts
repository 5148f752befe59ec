import type { EmbedNode } from "./schema";

type EmbedAttributes = EmbedNode["attrs"];
type Provider = { name: string; kind: "video" | "audio"; pageUrl: (externalId: string) => string };

/** What is known of each provider that a body may embed. The addresses are those of the provider's pages, not players. */
export const embedProvidersByName: Record<EmbedAttributes["provider"], Provider> = {
  youtube: {
    name: "YouTube",
    kind: "video",
    pageUrl: (id) => `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`,
  },
  vimeo: { name: "Vimeo", kind: "video", pageUrl: (id) => `https://vimeo.com/${id}` },
  /** Spotify's ids say what they name: "episode/4rOoJ6Egrf8K2IrywzwOMk". */
  spotify: { name: "Spotify", kind: "audio", pageUrl: (id) => `https://open.spotify.com/${id}` },
};
