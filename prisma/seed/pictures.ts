/** Which drawing stands where in the sample content. */
import { collectImages } from "@/lib/richtext/markdown/directives";
import type { ArtworkSubject } from "./art/draw";
import { motifSchema } from "./art/motif-names";
import type { ArticleFile } from "./content-files";

export type ArticlePictures = { cover: ArtworkSubject; body: ArtworkSubject[] };

/**
 * The drawings of each article, by slug. Uses of a motif are numbered through all articles, oldest first, so that
 * neighbours in a list show different compositions of it.
 */
export function planPictures(files: ArticleFile[]): Map<string, ArticlePictures> {
  const uses = new Map<string, number>();
  const numbered = (subject: Omit<ArtworkSubject, "variant">): ArtworkSubject => {
    const variant = uses.get(subject.motif) ?? 0;
    uses.set(subject.motif, variant + 1);
    return { ...subject, variant };
  };
  return new Map(
    files.map((file) => {
      const { category, slug } = file;
      const cover = numbered({ motif: file.cover.motif, category, seed: slug });
      const body = collectImages(file.markdown).map(({ motif, index }) =>
        numbered({ motif: motifSchema.parse(motif), category, seed: `${slug}/${String(index)}` }),
      );
      return [slug, { cover, body }];
    }),
  );
}
