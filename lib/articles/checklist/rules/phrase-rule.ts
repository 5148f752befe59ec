/** A phrase that guidelines advise against, as data. */
import type { WorkingCopy } from "../../schema";
import type { Source } from "../types";

export type PhraseRule = {
  id: string;
  /** With the flags g, i and u. */
  pattern: RegExp;
  /** Only in a passage that also matches this. */
  near?: RegExp;
  /** Not where the 40 characters before the phrase match this ("there is no …"). */
  unlessAfter?: RegExp;
  /** Only in this field; in every text when left out. */
  field?: keyof WorkingCopy;
  message: string;
  suggestion: string;
  source: Source;
};

/** Joins alternatives into one expression of whole words. */
export function phrase(...alternatives: string[]): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives.join("|")})(?![\p{L}\p{N}])`, "giu");
}
