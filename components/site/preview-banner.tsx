import type { ReactElement } from "react";
import { dateAndTime } from "@/lib/dates";

type PreviewBannerProps = { savedAt: Date; expires: Date; timeZone: string };

/** Says that this is not published, so that nobody takes a draft for an article. */
export function PreviewBanner({ savedAt, expires, timeZone }: PreviewBannerProps): ReactElement {
  return (
    <p className="preview-banner" role="note">
      <strong>Preview.</strong> This version is not published. Saved {dateAndTime(savedAt, timeZone)}; this link holds
      until {dateAndTime(expires, timeZone)}.
    </p>
  );
}
