/** What became of an address that no page answers. */
import { findByLegacyId, findByLegacyPath } from "@/lib/legacy-addresses/queries";
import { hasLegacyQuery, withoutLegacyNames } from "@/lib/legacy-addresses/query";
import { legacyShape, type LegacyShape } from "@/lib/legacy-addresses/shapes";
import { findArticlePath, findInhabitant, isList } from "@/lib/reader-addresses/queries";
import { findRedirect, findWithdrawal, type FoundRedirect, type WithdrawalView } from "@/lib/redirects/queries";
import type { RedirectStatus } from "@/lib/redirects/rules";
import { feedPath } from "@/lib/urls";
import { canonicalTarget, splitTarget } from "./address";

export type Aftermath =
  /** `redirectId` is the rule that sends there, for counting; null when the address itself says where it leads. */
  | { kind: "moved"; redirectId: number | null; status: 301 | 302 | 308; location: string }
  /** Answered with 410; the headline of what was there, when that is known. */
  | { kind: "gone"; headline: string | null }
  | { kind: "withdrawn"; notice: WithdrawalView }
  | { kind: "nothing" };

/** An address on the way. */
type Place = { path: string; query: string; hash: string };

type Step =
  | { kind: "on"; place: Place; rule?: FoundRedirect }
  | { kind: "gone"; headline: string | null }
  | { kind: "withdrawn"; notice: WithdrawalView }
  | { kind: "nothing" };

/** Every step is a few statements; no sensible address needs more. */
const mostSteps = 10;

/**
 * Follows an address to where it ends, so that a reader is sent on once: through redirects, wrong categories and the
 * addresses of an earlier site, as often as one leads to another.
 * @param url path and query of the request
 */
export async function whatBecameOf(url: string): Promise<Aftermath> {
  let place = placeOf(url);
  let rule: FoundRedirect | null = null;
  const seen = new Set<string>();
  while (!seen.has(place.path + place.query) && seen.size < mostSteps) {
    // The first has no page: that is why it is asked for.
    if (seen.size > 0 && (await isInhabited(place))) return moved(rule, place);
    seen.add(place.path + place.query);
    const step = await nextStep(place);
    if (step.kind === "nothing") return rule ? moved(rule, place) : step;
    if (step.kind === "withdrawn") return seen.size > 1 ? moved(rule, place) : step;
    if (step.kind === "gone") return step;
    rule ??= step.rule ?? null;
    place = step.place;
  }
  // In a circle nobody is sent round.
  return { kind: "nothing" };
}

async function isInhabited({ path, query }: Place): Promise<boolean> {
  return !hasLegacyQuery(path, query) && (await findInhabitant(path)) !== null;
}

function moved(rule: FoundRedirect | null, { path, query, hash }: Place): Aftermath {
  const location = path + (query === "" ? "" : `?${query}`) + hash;
  return { kind: "moved", redirectId: rule?.redirectId ?? null, status: statusOf(rule?.status), location };
}

/** 301 for what no editor has decided: the oldest programs know it, and readers' pages take no input that it could lose. */
function statusOf(status: RedirectStatus | undefined): 301 | 302 | 308 {
  return status === 302 || status === 308 ? status : 301;
}

/** What editors decided comes first, then what is known of the address, then what its form says. */
async function nextStep(place: Place): Promise<Step> {
  const { path } = place;
  const rule = await findRedirect(path);
  if (rule?.location === null) return { kind: "gone", headline: null };
  if (rule) return { kind: "on", place: led(place, rule.location), rule };
  const notice = await findWithdrawal(path);
  if (notice) return notice.gone ? { kind: "gone", headline: notice.headline } : { kind: "withdrawn", notice };
  const recorded = await findByLegacyPath([path]);
  if (recorded !== null) return { kind: "on", place: led(place, recorded) };
  const shape = legacyShape(path, place.query);
  if (shape) return byShape(place, shape);
  const article = await findArticlePath(path.split("/").slice(1));
  return article === null ? { kind: "nothing" } : { kind: "on", place: led(place, article) };
}

async function byShape(place: Place, shape: LegacyShape): Promise<Step> {
  const rest = { ...place, query: withoutLegacyNames(place.path, place.query) };
  const onTo = (target: string | null): Step =>
    target === null ? { kind: "nothing" } : { kind: "on", place: led(rest, target) };
  switch (shape.kind) {
    case "gone":
      return { kind: "gone", headline: null };
    case "address":
      return onTo(shape.target);
    case "number":
      return onTo(await findByLegacyId(shape.kinds, shape.legacyId));
    case "upload":
      return onTo(await findByLegacyPath(shape.paths));
    case "feed":
      return feedOf(shape, onTo);
  }
}

/** Lists have feeds. Those of single articles were feeds of comments. */
async function feedOf(
  { list, format }: Extract<LegacyShape, { kind: "feed" }>,
  onTo: (target: string | null) => Step,
): Promise<Step> {
  const path = await settledPath(list);
  const inhabitant = path === null ? null : await findInhabitant(path);
  if (path === null || inhabitant === null) return { kind: "nothing" };
  if (isList(inhabitant)) return onTo(feedPath(path.replace(/\/page\/\d+$/, ""), format));
  return inhabitant === "article" || inhabitant === "page" ? { kind: "gone", headline: null } : { kind: "nothing" };
}

/** Where an address ends, itself when it has a page; null for nowhere. */
async function settledPath(target: string): Promise<string | null> {
  const place = placeOf(target);
  if (await isInhabited(place)) return place.path;
  const end = await whatBecameOf(target);
  return end.kind === "moved" ? placeOf(end.location).path : null;
}

/** What somebody added to the old address goes along, unless the new one says something itself. */
function led(from: Place, target: string): Place {
  const to = placeOf(target);
  return { ...to, query: to.query || from.query, hash: to.hash || from.hash };
}

function placeOf(target: string): Place {
  const [, beforeHash = "", hash = ""] = /^([^#]*)(#.*)?$/s.exec(canonicalTarget(target)) ?? [];
  const [path, query] = splitTarget(beforeHash);
  return { path, query: escaped(query), hash: escaped(hash) };
}

/** A header takes ASCII only; editors type what they like into the query of a target. */
function escaped(text: string): string {
  return text.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part.toWellFormed()));
}
