import { sniffFormat, type AcceptedType } from "./sniff-format";

const extensions: Record<AcceptedType, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/gif": "gif",
};

/**
 * Where an uploaded file waits. No address leads there: readers get what was made of it.
 * @param bytes of an acceptable picture
 */
export function intakeFile(id: string, bytes: Buffer): { key: string; contentType: AcceptedType } {
  const format = sniffFormat(bytes);
  if (format.kind !== "accepted") throw new Error("Only what readHeader() accepts is kept.");
  return { key: `intake/${id}.${extensions[format.type]}`, contentType: format.type };
}
