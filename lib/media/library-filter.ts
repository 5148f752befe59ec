/** What an address of the library asks for. Pure. */
/** How the top of the library, where pictures in no folder are, is named in addresses. */
export const topFolder = "top";

export type LibraryFilter = { search: string; folderId: number | null | undefined; unused: boolean };

/** Reads the parameters q, folder and unused. What makes no sense asks for nothing. */
export function readLibraryFilter(parameters: URLSearchParams): LibraryFilter {
  return {
    search: (parameters.get("q") ?? "").slice(0, 200),
    folderId: readFolder(parameters.get("folder")),
    unused: parameters.get("unused") === "1",
  };
}

/** @returns a folder's id, null for the top, undefined for no folder in particular */
export function readFolder(text: string | null): number | null | undefined {
  if (text === topFolder) return null;
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
