import type { ReactNode } from "react";

/** The article as it is on the screen: nobody acts on a text they did not see. */
export function Reference({ item }: { item: { articleId: number; version: number } }): ReactNode {
  return (
    <>
      <input type="hidden" name="articleId" value={item.articleId} />
      <input type="hidden" name="expectedVersion" value={item.version} />
    </>
  );
}
