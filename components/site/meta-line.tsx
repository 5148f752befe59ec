import type { ReactElement } from "react";
import { shortDate } from "@/lib/dates";

type MetaLineProps = { publishedAt: Date; timeZone: string; readingMinutes?: number };

/** Date and, where there is room for it, reading time. */
export function MetaLine({ publishedAt, timeZone, readingMinutes }: MetaLineProps): ReactElement {
  return (
    <p className="meta">
      <PostDate moment={publishedAt} timeZone={timeZone} />
      {readingMinutes !== undefined && <span>{readingTime(readingMinutes)}</span>}
    </p>
  );
}

/** For example "Nov 16, 2026", with the exact moment for programs. */
export function PostDate({ moment, timeZone }: { moment: Date; timeZone: string }): ReactElement {
  return <time dateTime={moment.toISOString()}>{shortDate(moment, timeZone)}</time>;
}

/** For example "4 min read". */
export function readingTime(minutes: number): string {
  return `${String(minutes)} min read`;
}
