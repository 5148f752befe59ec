/**
 * The address of a drawn card carries everything that is drawn, signed by this site. So the server needs no record of what
 * its pages have named, draws nothing that no page has named (whoever writes another text can't sign it), and the same text
 * has the same address on every page, every instance and every day.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { deriveAuthKey } from "@/lib/auth/secret";

/** What stands on a card. */
export type SocialCard = {
  headline: string;
  /** Small, above the headline: the category, or what kind of page it is; null for none. */
  kicker: string | null;
  /** Slug that decides the colour; null for the site's own colour. */
  category: string | null;
  siteName: string;
};

/** Raised when cards are drawn differently: then they get new addresses, since an address is kept for ever. */
const design = 1;

/** Characters. More is never drawn (see typeset.ts), and addresses stay below the 2,048 that programs take for sure. */
const longest = { headline: 140, kicker: 40, siteName: 60 };

/** 128 bits of HMAC-SHA-256 (RFC 2104, section 5: not less than half of the hash). */
const signatureLength = 32;

const payloadSchema = z.tuple([z.number(), z.string(), z.string().nullable(), z.string().nullable(), z.string()]);

/** @returns both parts of the address, hexadecimal: addresses of the site have no capitals */
export function signCard(card: SocialCard): { signature: string; payload: string } {
  const payload = payloadOf(card);
  return { signature: signatureOf(payload), payload };
}

/** The part of the address that says what is drawn. */
export function payloadOf(card: SocialCard): string {
  const values: z.input<typeof payloadSchema> = [
    design,
    cut(card.headline, longest.headline),
    card.kicker === null ? null : cut(card.kicker, longest.kicker),
    card.category,
    cut(card.siteName, longest.siteName),
  ];
  return Buffer.from(JSON.stringify(values)).toString("hex");
}

/** What an address shows; null when this site has not signed it. */
export function readCard(signature: string, payload: string): SocialCard | null {
  if (!/^[0-9a-f]+$/.test(payload) || !isEqual(signature, signatureOf(payload))) return null;
  return cardIn(payload);
}

/** What a payload of this site's own says. */
export function cardIn(payload: string): SocialCard {
  const values = payloadSchema.parse(JSON.parse(Buffer.from(payload, "hex").toString()));
  const [, headline, kicker, category, siteName] = values;
  return { headline, kicker, category, siteName };
}

/** Where a card is kept once it is drawn. */
export function cardKey(payload: string): string {
  const digest = createHash("sha256").update(payload).digest("hex").slice(0, 32);
  return `social/${digest.slice(0, 2)}/${digest}.png`;
}

function signatureOf(payload: string): string {
  return createHmac("sha256", deriveAuthKey("social-card")).update(payload).digest("hex").slice(0, signatureLength);
}

function isEqual(given: string, right: string): boolean {
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
}

/** Whole characters only. What is cut here is cut once more, with an ellipsis, where it is drawn. */
function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join("");
}
