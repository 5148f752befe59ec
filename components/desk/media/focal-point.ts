/** The part of a picture that must stay in view when it is cropped: 0..1 from the left and the top. Pure. */

export type FocalPoint = { x: number; y: number };

/** How far an arrow key moves the point; with Shift ten times as far. */
const step = 0.01;

const directions: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The point after a key was pressed; null for keys that don't move it. Home brings it back to the middle. */
export function movedByKey(point: FocalPoint, key: string, far: boolean): FocalPoint | null {
  if (key === "Home") return { x: 0.5, y: 0.5 };
  const direction = directions[key];
  if (!direction) return null;
  const distance = far ? step * 10 : step;
  return { x: within(point.x + direction.x * distance), y: within(point.y + direction.y * distance) };
}

/** The point under a pointer. `box` is the picture on the screen. */
export function pointAt(
  pointer: { clientX: number; clientY: number },
  box: { left: number; top: number; width: number; height: number },
): FocalPoint {
  const part = (from: number, size: number): number => (size > 0 ? within(from / size) : 0.5);
  return { x: part(pointer.clientX - box.left, box.width), y: part(pointer.clientY - box.top, box.height) };
}

/** To a hundredth, which nobody can see, and inside the picture. */
function within(part: number): number {
  return Math.min(1, Math.max(0, Math.round(part * 100) / 100));
}

/** For CSS `object-position`, and as words beside the picture. */
export function cssPosition({ x, y }: FocalPoint): string {
  return `${percent(x)} ${percent(y)}`;
}

/** To be read out. */
export function focalWords({ x, y }: FocalPoint): string {
  return `${percent(x)} from the left, ${percent(y)} from the top`;
}

function percent(part: number): string {
  return `${String(Math.round(part * 100))}%`;
}
