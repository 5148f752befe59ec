import Link from "next/link";
import type { ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import type { MediaUseLine } from "@/lib/media/types";

/** Every place that uses a picture, with the screen where it can be changed. */
export function PictureUses({ uses }: { uses: MediaUseLine[] }): ReactElement {
  return (
    <section aria-labelledby="picture-uses">
      <h3 id="picture-uses" className="font-semibold">
        Where this is used
      </h3>
      {uses.length === 0 ? (
        <p className="mt-1 text-quiet">Nowhere. It can be deleted.</p>
      ) : (
        <ul className="mt-1 gap-1 grid">
          {uses.map(({ text, href, beforeReaders }) => (
            <li key={`${href} ${text}`} className="gap-x-2 flex flex-wrap items-baseline">
              <Link href={href} className="text-accent underline first-letter:uppercase">
                {text}
              </Link>
              {beforeReaders && <Badge tone="accent">Readers see it</Badge>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
