/** Ids in an address: "3,14". What is no positive whole number is left out; null when nothing was given. */
export function readIdList(text: string | null): number[] | null {
  if (text === null) return null;
  return text
    .split(",")
    .filter((part) => /^[1-9]\d{0,8}$/.test(part))
    .map(Number);
}
