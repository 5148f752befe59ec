import type { LinkKind } from "@/lib/auth/policy";
import { getOpenLink, type OpenLink } from "@/lib/auth/queries";
import { AppError } from "@/lib/errors";
import { setResponseStatus } from "@/lib/request-context";

/** The link of a page's address, or in words why it does not work. */
export async function openLinkOrReason(
  kind: LinkKind,
  token: string,
): Promise<{ link: OpenLink; reason: null } | { link: null; reason: string }> {
  try {
    return { link: await getOpenLink(kind, token), reason: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "gone") throw error;
    setResponseStatus(410);
    return { link: null, reason: error.message };
  }
}
