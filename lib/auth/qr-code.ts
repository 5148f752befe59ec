import { create } from "qrcode";

/** A QR code as an SVG path of unit squares: `size` modules wide and high, without its quiet zone. */
export type QrCode = { size: number; path: string };

/** Drawn here rather than by a service, which would learn the secret. */
export function qrCode(text: string): QrCode {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const parts: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (data[y * size + x]) parts.push(`M${String(x)} ${String(y)}h1v1h-1z`);
  }
  return { size, path: parts.join("") };
}
