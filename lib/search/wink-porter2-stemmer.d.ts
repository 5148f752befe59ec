/** What is used here of the package, which comes without types. */
declare module "wink-porter2-stemmer" {
  /** @param word in lower case @returns its stem */
  export default function stem(word: string): string;
}
