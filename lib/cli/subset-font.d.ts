/** What is used here of the package, which comes without types. */
declare module "subset-font" {
  type Options = {
    targetFormat: "woff2" | "sfnt";
    variationAxes?: Record<string, number | { min: number; max: number }>;
    /** OpenType features that stay, with the glyphs that they put in place of letters. */
    keepFeatures: readonly string[];
  };
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
