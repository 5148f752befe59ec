import { cache } from "react";
import { getSiteFrame } from "@/lib/site-frame/queries";

/** What surrounds the page: asked for once, though several parts of a page need it. */
export const readFrame = cache(getSiteFrame);
