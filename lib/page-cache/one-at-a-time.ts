/**
 * Has `work` done one at a time: asked for while it is under way, it is done once more afterwards, however often it was asked
 * for meanwhile.
 * @param work must not reject
 * @returns resolves when what is under way is done
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  let again = false;
  return function ask(): Promise<void> {
    again = underWay !== null;
    underWay ??= work().finally(() => {
      underWay = null;
      if (again) void ask();
    });
    return underWay;
  };
}
