import { z } from "zod";
import { isOwnPath } from "@/lib/own-address";
import { canonicalPath, isPrefixRule, redirectStatuses } from "./rules";

const id = z.number().int().positive();
const longestPath = 500;

/** Addresses that the application answers before any redirect is looked for. */
const applicationPath = /^\/(?:admin|api|_next|assets|media)(?:\/|$)/;

const fromPath = z
  .string()
  .trim()
  .min(1, "is missing")
  .max(longestPath, `has at most ${String(longestPath)} characters`)
  .refine((path) => /^\/[^?#\s\\]+$/.test(path) && !path.startsWith("//"), "starts with one / and has no ? or #")
  .transform(canonicalPath)
  .refine((path) => path !== "/" && path !== "/*", "can't be the home page or the whole site")
  .refine((path) => !path.includes("*") || /^\/[^*]+\/\*$/.test(path), "has * only as its last part, as in /old/*")
  .refine((path) => !applicationPath.test(path), "is an address of the application itself");

const toPath = z
  .string()
  .trim()
  .max(longestPath, `has at most ${String(longestPath)} characters`)
  .refine((path) => isOwnPath(path), "starts with one / : a redirect leads to a page of this site")
  .refine((path) => !path.includes("*") || path.endsWith("/*"), "has * only at its end, as in /new/*");

/** The rules that concern more than one field; shared by the form and the import. */
export const redirectInput = z
  .object({
    fromPath,
    /** Null for 410. */
    toPath: toPath.nullable().default(null),
    status: z.union(redirectStatuses.map((status) => z.literal(status))).default(301),
  })
  .superRefine((rule, context) => {
    const problem = (path: string, message: string): void => {
      context.addIssue({ code: "custom", path: [path], message });
    };
    if (rule.status === 410 && rule.toPath !== null) problem("toPath", "is empty for an address that is gone (410)");
    if (rule.status !== 410 && rule.toPath === null) problem("toPath", "is missing");
    if (rule.toPath === null) return;
    if (rule.toPath.endsWith("/*") && !isPrefixRule(rule.fromPath)) {
      problem("toPath", "can end in * only when the old address does");
    }
    if (leadsIntoItself(rule.fromPath, rule.toPath)) problem("toPath", "leads back to the old address");
  });
export type RedirectInput = z.input<typeof redirectInput>;

function leadsIntoItself(from: string, to: string): boolean {
  if (!isPrefixRule(from)) return to === from;
  return to === from || to.startsWith(from.slice(0, -1));
}

export const updateRedirectInput = z.object({ redirectId: id }).and(redirectInput);
export type UpdateRedirectInput = z.input<typeof updateRedirectInput>;

export const deleteRedirectInput = z.object({ redirectId: id });
export type DeleteRedirectInput = z.input<typeof deleteRedirectInput>;

export const listRedirectsInput = z.object({
  q: z.string().trim().max(200).default(""),
  page: z.number().int().min(1).max(1_000_000).default(1),
});
export type ListRedirectsInput = z.input<typeof listRedirectsInput>;

/** Far more than any site has moved, and read in one go. */
export const mostImportedRows = 20_000;
const longestFile = 4_000_000;

export const importRedirectsInput = z.object({
  csv: z.string().min(1, "is empty").max(longestFile, "has more than 4 MB"),
});
export type ImportRedirectsInput = z.input<typeof importRedirectsInput>;
