/** Who may change which picture, and why not. Pure: the same answer in the library's screen and in the verb. */
import type { Actor } from "@/lib/auth/actor";
import { decide, type Decision } from "@/lib/auth/permissions";
import type { MediaUse } from "./types";

/** True when readers see the picture, or will without anybody doing anything. */
export function isBeforeReaders(uses: readonly MediaUse[]): boolean {
  return uses.some((use) => {
    if (use.kind === "publication") return use.when !== "ended";
    if (use.kind === "advertisement") return use.enabled;
    return use.kind === "page" || use.kind === "portrait" || use.kind === "home-slot";
  });
}

/** Everybody who writes may describe a picture that only drafts use; what readers see is for editors. */
export function decideDescribing(actor: Actor, uses: readonly MediaUse[]): Decision {
  return decide(actor, isBeforeReaders(uses) ? "media.manage" : "media.edit");
}

/** How many places a refusal names; the rest is counted. */
const namedPlaces = 5;

/** Why a picture can't be deleted, naming where it is used; null when it can. */
export function deletionRefusal(uses: readonly MediaUse[]): string | null {
  if (uses.length === 0) return null;
  const named = uses.slice(0, namedPlaces).map(describeUse);
  const rest = uses.length - named.length;
  const places = [...named, ...(rest > 0 ? [`${String(rest)} more`] : [])].join("; ");
  return `This picture is used: ${places}. Replace it there first, or replace the picture itself.`;
}

/** A place in the words of the desk. */
export function describeUse(use: MediaUse): string {
  switch (use.kind) {
    case "working-copy":
      return `${use.place} of the working copy of “${use.headline}”`;
    case "publication":
      return `${use.place} of “${use.headline}” (${publicationWords[use.when]})`;
    case "earlier-versions":
      return `${use.versions === 1 ? "an earlier version" : `${String(use.versions)} earlier versions`} of “${use.headline}”`;
    case "home-slot":
      return `the place “${use.slot}” of the home page, as cover of “${use.headline}”`;
    case "page":
      return `the page “${use.title}”`;
    case "portrait":
      return `the portrait of ${use.name}`;
    case "advertisement":
      return `the advertisement “${use.name}” (${use.slot})`;
  }
}

const publicationWords = { live: "live", scheduled: "scheduled", ended: "no longer public" } as const;
