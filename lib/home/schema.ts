import { z } from "zod";
import { homeSlots } from "./slots";

const slot = z.enum(homeSlots);
const id = z.number().int().positive();
/** The story the editor saw pinned there, null for none: another one means that somebody pinned in between. */
const expectedArticleId = id.nullable();

export const pinStoryInput = z.object({ slot, articleId: id, until: z.date(), expectedArticleId });
export type PinStoryInput = z.input<typeof pinStoryInput>;

export const unpinStoryInput = z.object({ slot, expectedArticleId: id });
export type UnpinStoryInput = z.input<typeof unpinStoryInput>;
