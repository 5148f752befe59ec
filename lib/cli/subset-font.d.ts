/** What is used here of the package, which comes without types. */
declare module "subset-font" {
  type Options = {
    targetFormat: "woff2";
    variationAxes: Record<string, number | { min: number; max: number }>;
    /** Leaves out the glyphs that layout features (ligatures, small capitals) would put in place of letters. */
    noLayoutClosure: boolean;
  };
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
