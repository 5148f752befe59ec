import { z } from "zod";
import { isOwnPath } from "@/lib/own-address";
import { canonicalPath } from "@/lib/redirects/rules";

export const legacyKinds = ["article", "page", "media", "category", "person"] as const;
export type LegacyKind = (typeof legacyKinds)[number];

const id = z.number().int().positive().max(2_147_483_647);

/** An old address without its origin; a query names things by number, which `legacyId` does. */
const path = z
  .string()
  .max(500, "has at most 500 characters")
  .refine((text) => isOwnPath(text) && !/[?#]/.test(text), "starts with one / and has no ? or #")
  .transform(canonicalPath)
  .refine((text) => text !== "/", "can't be the front page");

export const legacyAddressInput = z
  .object({
    kind: z.enum(legacyKinds),
    /** Id of the row of ours: an article, a page, a picture, a category or a person. */
    targetId: id,
    /** Its id in the earlier site's database: of posts, pages and attachments together; of terms; of users. */
    legacyId: id.nullable().default(null),
    /** Where it was: the path of its page, and of its file for a picture ("/wp-content/uploads/2020/05/a.jpg"). */
    paths: z.array(path).max(50).default([]),
  })
  .refine(({ legacyId, paths }) => legacyId !== null || paths.length > 0, "names no old address");
export type LegacyAddressInput = z.input<typeof legacyAddressInput>;
