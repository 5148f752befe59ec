/** What the checklist says about an article. Shared by the rules, the server and the panel of the desk. */
import type { WorkingCopy } from "../schema";

/** A place in the body. */
export type Place = {
  /** Index of the top-level block. */
  block: number;
  /** Words that stand there verbatim, to find and to show; empty for a block without words. */
  quote: string;
};

/** A published guideline that a rule follows. */
export type Source = { label: string; url: string };

export type CheckItem = {
  /** Unique within one list, and the same at every check while the problem stays. */
  id: string;
  rule: string;
  /** Blocking problems refuse publishing; the verb itself enforces them. */
  level: "blocking" | "advisory";
  field: keyof WorkingCopy;
  /** Null when the whole field is meant. */
  where: Place | null;
  message: string;
  /** What to do or to write instead. */
  suggestion: string | null;
  source: Source | null;
};

/** One finding of an advisory rule, before it is numbered. */
export type Finding = Pick<CheckItem, "field" | "message"> &
  Partial<Pick<CheckItem, "where" | "suggestion" | "source">>;

export type Checklist = {
  /** Blocking problems first, then advice, each in reading order. */
  items: CheckItem[];
  /** Flesch-Kincaid, one decimal; null for short texts. */
  readingGrade: number | null;
};

/** The checklist of an article as it was last saved, as plain JSON. */
export type ArticleChecklist = Checklist & {
  articleId: number;
  /** The version that was checked. */
  version: number;
  links: {
    external: number;
    /** External links without a result that still counts. */
    unchecked: number;
    /** Moment of the oldest result, ISO 8601; null when there is none. */
    checkedAt: string | null;
    /** Servers that gave no clear answer: somebody should look. */
    unclear: { url: string; reason: string }[];
  };
};
