/** Random versions of articles for property tests: the same seed always gives the same ones. */
import { randomDocument } from "@/lib/richtext/testing/random-document";
import { seeded, type Random } from "@/lib/richtext/testing/seeded-random";
import { workingCopyInput, type WorkingCopy } from "../schema";

const words = ["quiet", "rooms", "help", "people", "talk", "心理", "about", "sleep"] as const;
const ids = [1, 2, 3, 4, 5, 6, 7] as const;

export function randomWorkingCopy(seed: number): WorkingCopy {
  const random = seeded(seed);
  return workingCopyInput.parse({
    slug: `article-${String(random.below(5))}`,
    categoryId: 1 + random.below(3),
    headline: sentence(random),
    excerpt: sentence(random),
    body: randomDocument(seed),
    citations: ids.filter(() => random.below(3) === 0).map((id) => citation(id, random)),
    tagIds: ids.filter(() => random.below(3) === 0),
    authorIds: ids.filter(() => random.below(4) === 0),
    coverId: random.pick([null, 1, 2]),
    coverAlt: random.pick(["", "A path", "A door"]),
    reviewedAt: random.pick([null, new Date("2026-01-02T03:04:05Z")]),
    noindex: random.below(2) === 0,
  });
}

/** What somebody might make of a copy in one sitting: some blocks rewritten, removed, moved in; some fields changed. */
export function randomEdit(copy: WorkingCopy, seed: number): WorkingCopy {
  const random = seeded(seed);
  const other = randomWorkingCopy(seed);
  const content = copy.body.content.flatMap((block) => {
    const kind = random.below(8);
    if (kind === 0) return [];
    if (kind === 1) return [block, typed(random, seed)];
    if (kind === 2) return [typed(random, seed)];
    return [block];
  });
  if (random.below(3) === 0) content.push(typed(random, seed));
  const taken = (Object.keys(copy) as (keyof WorkingCopy)[]).filter(
    (field) => field !== "body" && random.below(3) === 0,
  );
  return {
    ...copy,
    ...Object.fromEntries(taken.map((field) => [field, other[field]])),
    body: { type: "doc", content },
  };
}

function typed(random: Random, seed: number): WorkingCopy["body"]["content"][number] {
  const text = `${sentence(random)} typed ${String(seed)}-${String(random.below(1_000_000))}`;
  return { type: "paragraph", content: [{ type: "text", text }] };
}

function sentence(random: Random): string {
  return Array.from({ length: 1 + random.below(8) }, () => random.pick(words)).join(" ");
}

function citation(id: number, random: Random) {
  return {
    id: `work-${String(id)}`,
    type: "webpage",
    title: `Title ${String(random.below(2))}`,
    authors: [],
    year: null,
    url: `https://example.org/${String(id)}`,
  };
}
