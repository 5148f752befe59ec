/** What the library's screens may ask the server to do; the page hands them over. */
import type { MediaOutcome } from "@/lib/media/types";
import type { FormAction } from "@/lib/web/action-state";

export type MediaActions = {
  save: FormAction<void>;
  remove: FormAction<void>;
  move: FormAction<MediaOutcome[]>;
  removeMany: FormAction<MediaOutcome[]>;
  createFolder: FormAction<number>;
  updateFolder: FormAction<void>;
  removeFolder: FormAction<void>;
};
