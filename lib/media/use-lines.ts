/** Where a picture is used, as lines of a list with links. Pure. */
import {
  deskAdvertisementPath,
  deskArticlePath,
  deskHomeSlotPath,
  deskPagePath,
  deskPersonPath,
  deskRevisionsPath,
} from "@/lib/desk-urls";
import { describeUse, isBeforeReaders } from "./policy";
import type { MediaUse, MediaUseLine } from "./types";

/** A place in words, with the screen of the desk where it can be changed. */
export function toUseLine(use: MediaUse): MediaUseLine {
  return { text: describeUse(use), href: screenOf(use), beforeReaders: isBeforeReaders([use]) };
}

function screenOf(use: MediaUse): string {
  switch (use.kind) {
    case "working-copy":
    case "publication":
      return deskArticlePath(use.articleId);
    case "earlier-versions":
      return deskRevisionsPath(use.articleId);
    case "home-slot":
      return deskHomeSlotPath(use.slot);
    case "page":
      return deskPagePath(use.pageId);
    case "portrait":
      return deskPersonPath(use.personId);
    case "advertisement":
      return deskAdvertisementPath(use.advertisementId);
  }
}
