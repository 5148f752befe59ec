import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cropRatios, possibleCrops } from "@/lib/media/crops";
import { collectImages } from "@/lib/richtext/markdown/directives";
import { describeArtwork } from "./art/draw";
import { renderCover } from "./art/render";
import { readArticleFiles } from "./content-files";
import { planPictures } from "./pictures";

const files = readArticleFiles();
const plan = planPictures(files);

describe("the sample content's alternative texts", () => {
  it.each(files.map((file) => [file.slug, file] as const))("say what the drawings of %s show", (slug, file) => {
    const pictures = plan.get(slug)!;
    expect(file.cover.alt).toBe(describeArtwork(pictures.cover));
    expect(collectImages(file.markdown).map(({ alt }) => alt)).toEqual(pictures.body.map(describeArtwork));
  });
});

it("draws covers large enough for every crop that search engines ask for", async () => {
  const { cover } = plan.get(files[0]!.slug)!;
  const { width, height } = await sharp(await renderCover(cover)).metadata();
  expect(possibleCrops({ width, height })).toEqual(cropRatios);
}, 60_000);
