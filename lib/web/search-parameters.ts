/** What a page gets of its address's query. */
export type SearchParameters = Record<string, string | string[] | undefined>;

/** The same as URLSearchParams, which pure readers of addresses take. A parameter given several times counts once. */
export function asParameters(given: SearchParameters): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) parameters.set(name, first);
  }
  return parameters;
}
