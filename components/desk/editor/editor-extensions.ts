import type { Extensions } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import type { UnknownBlock } from "@/lib/richtext/parse";
import { PastedText } from "./paste/markdown-offer";
import { Paste } from "./paste/paste-extension";
import { CommentHighlights } from "./plugins/comment-highlights";
import { EditingKeys } from "./plugins/editing-keys";
import { Find } from "./plugins/find-plugin";
import { Slash } from "./plugins/slash-extension";
import { UnknownBlockBoxes } from "./plugins/unknown-block-boxes";
import { UploadBoxes } from "./plugins/uploads";
import { documentExtensions } from "./schema/document-extensions";
import type { EditorSession } from "./session";

type Given = {
  session: EditorSession;
  unknown: readonly UnknownBlock[];
  onFullScreen: () => void;
  onOpenComment: ((id: string) => void) | null;
};

/** The schema and everything around it. */
export function editorExtensions({ session, unknown, onFullScreen, onOpenComment }: Given): Extensions {
  return [
    ...documentExtensions({ shelf: session.shelf, numbers: session.numbers }),
    Paste.configure({ session }),
    PastedText,
    Slash.configure({ session }),
    EditingKeys.configure({ session, onFullScreen }),
    Find,
    UploadBoxes,
    CommentHighlights.configure({ onOpen: onOpenComment }),
    UnknownBlockBoxes.configure({ unknown }),
    Placeholder.configure({ placeholder: "Write, or press / for blocks", showOnlyCurrent: true }),
  ];
}
