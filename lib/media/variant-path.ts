import { isMediaKey, variantKey } from "./variant-keys";
import type { ImageFormat } from "@/lib/urls";

/**
 * Reads the parts behind /media/ of a request.
 * @param parts for example ["ab", "ab12…", "640.avif"]
 * @returns the storage key, or null for anything that mediaVariant() (lib/urls.ts) would not have made
 */
export function parseVariantPath(parts: string[]): string | null {
  const [folder, name, file, ...rest] = parts;
  const match = /^([1-9]\d{1,4})\.(avif|webp|jpg)$/.exec(file ?? "");
  const key = `${folder ?? ""}/${name ?? ""}`;
  if (!match || rest.length > 0 || !isMediaKey(key)) return null;
  return variantKey(key, Number(match[1]), match[2] as ImageFormat);
}
