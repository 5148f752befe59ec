import { isCropName } from "./crops";
import { cropKey, isMediaKey, variantKey } from "./variant-keys";
import type { ImageFormat } from "@/lib/urls";

/**
 * Reads the parts behind /media/ of a request.
 * @param parts for example ["ab", "ab12…", "640.avif"] or ["ab", "ab12…", "16x9-50-40.jpg"]
 * @returns the storage key, or null for anything that mediaVariant() and mediaCrop() (lib/urls.ts) would not have made
 */
export function parseVariantPath(parts: string[]): string | null {
  const [folder, name, file, ...rest] = parts;
  const key = `${folder ?? ""}/${name ?? ""}`;
  if (file === undefined || rest.length > 0 || !isMediaKey(key)) return null;
  const variant = /^([1-9]\d{1,4})\.(avif|webp|jpg)$/.exec(file);
  if (variant) return variantKey(key, Number(variant[1]), variant[2] as ImageFormat);
  const crop = /^([^.]+)\.jpg$/.exec(file)?.[1] ?? "";
  return isCropName(crop) ? cropKey(key, crop) : null;
}
