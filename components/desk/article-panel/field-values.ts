/** What may stand in the panel's text fields, by the limits of the working copy. Pure. */
import { workingCopyInput, type WorkingCopy } from "@/lib/articles/schema";
import { slugSchema } from "@/lib/slug";
import type { Reading } from "./draft";

type LineField = "excerpt" | "coverAlt";
type OptionalField = "coverCaption" | "seoTitle" | "seoDescription" | "canonicalUrl" | "contentNote";
export type TextField = "slug" | LineField | OptionalField;

const { shape } = workingCopyInput;

/** Characters. One source: what the server would refuse. */
export const limits: Record<TextField, number> = {
  slug: slugSchema.maxLength ?? Infinity,
  excerpt: shape.excerpt.unwrap().maxLength ?? Infinity,
  coverAlt: shape.coverAlt.unwrap().maxLength ?? Infinity,
  coverCaption: shape.coverCaption.unwrap().unwrap().maxLength ?? Infinity,
  seoTitle: shape.seoTitle.unwrap().unwrap().maxLength ?? Infinity,
  seoDescription: shape.seoDescription.unwrap().unwrap().maxLength ?? Infinity,
  canonicalUrl: shape.canonicalUrl.unwrap().unwrap().maxLength ?? Infinity,
  contentNote: shape.contentNote.unwrap().unwrap().maxLength ?? Infinity,
};

/** @returns the value that the text stands for, or why it is none */
export function readField<Field extends TextField>(field: Field, text: string): Reading<WorkingCopy[Field]> {
  return readers[field](text.trim()) as Reading<WorkingCopy[Field]>;
}

const line =
  (field: TextField) =>
  (text: string): Reading<string> =>
    text.length <= limits[field] ? { ok: true, value: text } : { ok: false, problem: tooLong(field, text) };

const optional =
  (field: TextField) =>
  (text: string): Reading<string | null> =>
    text === "" ? { ok: true, value: null } : line(field)(text);

const readers: Record<TextField, (text: string) => Reading<string | null>> = {
  slug: readSlug,
  excerpt: line("excerpt"),
  coverAlt: line("coverAlt"),
  coverCaption: optional("coverCaption"),
  seoTitle: optional("seoTitle"),
  seoDescription: optional("seoDescription"),
  canonicalUrl: readAddress,
  contentNote: optional("contentNote"),
};

function readSlug(text: string): Reading<string> {
  if (text === "") return { ok: false, problem: "an article needs an address" };
  if (slugSchema.safeParse(text).success) return { ok: true, value: text };
  if (text.length > limits.slug) return { ok: false, problem: tooLong("slug", text) };
  return {
    ok: false,
    problem: "an address has only lower-case letters a to z, digits, and single hyphens between them",
  };
}

function readAddress(text: string): Reading<string | null> {
  const read = optional("canonicalUrl")(text);
  if (!read.ok || shape.canonicalUrl.safeParse(read.value).success) return read;
  return { ok: false, problem: "this is a whole address, starting with https://" };
}

function tooLong(field: TextField, text: string): string {
  const over = text.length - limits[field];
  return `there is room for ${String(limits[field])} characters, and these are ${String(over)} more`;
}
