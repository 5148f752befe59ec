/** Recognises the addresses of videos and recordings that a body may embed. */
import type { EmbedNode } from "./schema";

type Recognised = Pick<EmbedNode["attrs"], "provider" | "externalId">;

/** YouTube's ids have 11 characters of base64url; that is how all of its own addresses look. */
const youtubeId = /^[\w-]{11}$/;

/**
 * The video or recording that an address names: YouTube (watch, share, short, live, embed), Vimeo (page, player) and
 * Spotify (episode, show, track, album, playlist). Null for every other address, also on their sites.
 */
export function embedFromAddress(address: string): Recognised | null {
  const text = address.trim();
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const host = url.hostname.replace(/^(?:www|m|music)\./, "");
  const parts = url.pathname.split("/").filter((part) => part !== "");
  switch (host) {
    case "youtube.com":
    case "youtube-nocookie.com":
      return youtube(parts[0] === "watch" ? url.searchParams.get("v") : youtubePath(parts));
    case "youtu.be":
      return youtube(parts[0]);
    case "vimeo.com":
    case "player.vimeo.com":
      return vimeo(parts);
    case "open.spotify.com":
      return spotify(parts);
    default:
      return null;
  }
}

function youtubePath([kind, id]: string[]): string | undefined {
  return kind && ["embed", "shorts", "live", "v"].includes(kind) ? id : undefined;
}

function youtube(id: string | null | undefined): Recognised | null {
  return id && youtubeId.test(id) ? { provider: "youtube", externalId: id } : null;
}

/** An unlisted video has a second part that is needed to see it: vimeo.com/76979871/8272103f6e. */
function vimeo(parts: string[]): Recognised | null {
  const [id, key] = parts[0] === "video" ? parts.slice(1) : parts;
  if (!id || !/^\d{1,12}$/.test(id)) return null;
  return { provider: "vimeo", externalId: key && /^[0-9a-f]{6,20}$/.test(key) ? `${id}/${key}` : id };
}

function spotify(parts: string[]): Recognised | null {
  const [kind, id] = parts.filter((part) => part !== "embed" && !part.startsWith("intl-"));
  const known = kind && ["episode", "show", "track", "album", "playlist"].includes(kind);
  return known && id && /^[0-9A-Za-z]{22}$/.test(id) ? { provider: "spotify", externalId: `${kind}/${id}` } : null;
}
