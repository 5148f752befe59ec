/** Places of reader pages that can carry an advertisement, and the box each has room for. The database knows the same names. */
export const advertisementSlots = ["article-inline", "article-side"] as const;
export type AdvertisementSlot = (typeof advertisementSlots)[number];

/** `width` and `height` are what the desk proposes for a new advertisement, in CSS pixels. */
export const slotFacts: Record<AdvertisementSlot, { label: string; where: string; width: number; height: number }> = {
  "article-inline": {
    label: "Inside the article",
    where: "between paragraphs of longer articles",
    width: 640,
    height: 160,
  },
  "article-side": { label: "Beside the article", where: "in the side column of articles", width: 300, height: 250 },
};
