/** Ends a switch over a closed union: the compiler names the case that is missing, and at run time it throws. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
