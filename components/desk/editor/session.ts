/** What one open editor's plugins and components share. No React in it. */
import type { EditorView } from "@tiptap/pm/view";
import type { EmbedNode } from "@/lib/richtext/schema";
import { ChangeSignal } from "./change-signal";
import { Observable } from "./observable";
import { Uploads, type UploadPicture } from "./plugins/uploads";
import type { EditorPicture, PictureShelf } from "./schema/picture-view";
import { ReferenceNumbers } from "./schema/reference-numbers";
import type { SlashState } from "./slash-state";

/** A sentence about the last thing that happened, with at most one thing to do about it. */
export type EditorNotice = { text: string; action?: { label: string; run: () => void } };

/** Dialogs that plugins and keys open, too. */
export type OpenDialog =
  | { kind: "link" }
  | { kind: "embed"; found: Pick<EmbedNode["attrs"], "provider" | "externalId"> | null }
  | { kind: "reference" }
  | { kind: "help" }
  | null;

export type PictureSource = {
  /** Lets somebody choose from the library. Empty when they changed their mind. */
  pick: (options: { several: boolean }) => Promise<readonly EditorPicture[]>;
  upload: UploadPicture;
};

/** Blocks that only some texts may have. */
export type EditorFeatures = "article" | "page";

export type SessionOptions = {
  pictures: PictureSource;
  features: EditorFeatures;
  siteOrigin: string | undefined;
  known: readonly EditorPicture[];
};

export class EditorSession {
  readonly shelf: PictureShelf;
  readonly numbers = new ReferenceNumbers();
  readonly uploads: Uploads;
  readonly notice = new Observable<EditorNotice | null>(null);
  readonly dialog = new Observable<OpenDialog>(null);
  readonly slash = new Observable<SlashState | null>(null);
  readonly finding = new Observable(false);
  /** Goes up when the typing pauses after a change. */
  readonly version = new Observable(0);
  readonly changes = new ChangeSignal(() => {
    this.version.set(this.version.get() + 1);
  });
  pictures: PictureSource;
  readonly features: EditorFeatures;
  readonly siteOrigin: string | undefined;
  private view: EditorView | null = null;

  constructor({ pictures, features, siteOrigin, known }: SessionOptions) {
    this.pictures = pictures;
    this.features = features;
    this.siteOrigin = siteOrigin;
    this.shelf = new Map(known.map((picture) => [picture.id, picture]));
    this.uploads = new Uploads(
      (...upload) => this.pictures.upload(...upload),
      this.shelf,
      () => this.view,
    );
  }

  /** The page around the editor was drawn again. */
  setPictures(pictures: PictureSource): void {
    this.pictures = pictures;
  }

  /** Told when the editor appears and when it goes. */
  setView(view: EditorView | null): void {
    this.view = view;
  }
}
