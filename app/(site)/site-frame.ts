import { cache } from "react";
import { getSiteFrame } from "@/lib/site-frame/queries";

/** What surrounds the page: asked for once, though head and page both need it. */
export const readFrame = cache(getSiteFrame);
