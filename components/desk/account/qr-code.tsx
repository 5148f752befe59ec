import type { ReactElement } from "react";

export type QrCodeShape = { size: number; path: string };

/** ISO/IEC 18004 wants four modules of white around the code. */
const quietZone = 4;

/** A QR code, black on white in dark colours too: phones read nothing else reliably. */
export function QrCode({ code, label }: { code: QrCodeShape; label: string }): ReactElement {
  const edge = code.size + 2 * quietZone;
  const box = [-quietZone, -quietZone, edge, edge].join(" ");
  return (
    <svg role="img" aria-label={label} viewBox={box} className="size-52 rounded bg-white" shapeRendering="crispEdges">
      <path d={code.path} fill="#000" />
    </svg>
  );
}
