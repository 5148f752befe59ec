import Link from "next/link";
import type { ReactElement } from "react";
import { buttonClass } from "./button-look";

/** Steps through a list. Addresses are null where there is nothing more. */
export function Pager({
  previous,
  next,
  status,
}: {
  previous: string | null;
  next: string | null;
  /** Where one is, for example "51 to 100 of 1,204". */
  status: string;
}): ReactElement | null {
  if (!previous && !next) return status ? <p className="mt-4 text-sm text-quiet">{status}</p> : null;
  return (
    <nav aria-label="Pages" className="mt-4 gap-3 flex flex-wrap items-center">
      {previous && (
        <Link href={previous} rel="prev" className={buttonClass({ size: "small" })}>
          Previous
        </Link>
      )}
      {next && (
        <Link href={next} rel="next" className={buttonClass({ size: "small" })}>
          Next
        </Link>
      )}
      <p className="text-sm text-quiet">{status}</p>
    </nav>
  );
}
