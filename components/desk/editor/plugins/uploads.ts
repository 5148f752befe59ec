/** Pictures on their way into the text. Each has a box at its place, which moves with the words around it. */
import { Extension } from "@tiptap/core";
import type { Node as EditorNode } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { imageFrom, mostInGallery } from "../schema/pictures";
import type { EditorPicture, PictureShelf } from "../schema/picture-view";
import { UploadBox } from "./upload-box";

/** @throws an Error whose message may be shown */
export type UploadPicture = (
  file: File,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
) => Promise<EditorPicture>;

type Meta = { add: { id: number; position: number; element: HTMLElement } } | { remove: number };
const key = new PluginKey<DecorationSet>("uploads");

/** Finds the box of an upload. Decorations carry what they were made with, without a type. */
function isUpload(id: number) {
  return (spec: Record<string, unknown>): boolean => spec.id === id;
}

/** Files sent at the same time; the others wait. Browsers open about six connections to a server. */
const mostAtOnce = 3;

export const UploadBoxes = Extension.create({
  name: "uploadBoxes",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, before) {
          const boxes = tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
          const meta = tr.getMeta(key) as Meta | undefined;
          if (!meta) return boxes;
          if ("remove" in meta) return boxes.remove(boxes.find(undefined, undefined, isUpload(meta.remove)));
          const { id, position, element } = meta.add;
          const ignored = { stopEvent: () => true, ignoreSelection: true };
          return boxes.add(tr.doc, [
            Decoration.widget(position, element, { id, key: `upload-${String(id)}`, ...ignored }),
          ]);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

type Upload = { id: number; file: File; alt: string; box: UploadBox; abort: AbortController };

export class Uploads {
  private readonly upload: UploadPicture;
  private readonly shelf: PictureShelf;
  private readonly view: () => EditorView | null;
  private readonly waiting: Upload[] = [];
  private readonly running = new Set<Upload>();
  private lastId = 0;

  constructor(upload: UploadPicture, shelf: PictureShelf, view: () => EditorView | null) {
    this.upload = upload;
    this.shelf = shelf;
    this.view = view;
  }

  /** Starts an upload whose picture will stand at the block boundary nearest to `position`. */
  add(file: File, position: number, alt = ""): void {
    const view = this.view();
    if (!view) return;
    this.lastId += 1;
    const actions = {
      onCancel: () => {
        this.cancel(upload);
      },
      onRetry: () => {
        this.start(upload);
      },
    };
    const name = file.name || "the picture";
    const upload: Upload = {
      id: this.lastId,
      file,
      alt,
      box: new UploadBox(name, actions),
      abort: new AbortController(),
    };
    const add = { id: upload.id, position: boundaryNear(view.state.doc, position), element: upload.box.element };
    view.dispatch(view.state.tr.setMeta(key, { add } satisfies Meta));
    this.start(upload);
  }

  /** Uploads that are not finished: their pictures would be missing from a version saved now. */
  get pending(): number {
    return this.waiting.length + this.running.size;
  }

  /** Ends everything, when the editor goes away. */
  cancelAll(): void {
    this.waiting.length = 0;
    for (const upload of this.running) upload.abort.abort();
  }

  private start(upload: Upload): void {
    upload.box.showProgress(0);
    upload.abort = new AbortController();
    this.waiting.push(upload);
    this.startNext();
  }

  private startNext(): void {
    while (this.running.size < mostAtOnce) {
      const upload = this.waiting.shift();
      if (!upload) return;
      this.running.add(upload);
      void this.send(upload).finally(() => {
        this.running.delete(upload);
        this.startNext();
      });
    }
  }

  private async send(upload: Upload): Promise<void> {
    const { file, box, abort } = upload;
    try {
      const picture = await this.upload(
        file,
        (fraction) => {
          box.showProgress(fraction);
        },
        abort.signal,
      );
      if (!abort.signal.aborted) this.place(upload, picture);
    } catch (error) {
      if (!abort.signal.aborted) box.showFailure(error instanceof Error ? error.message : "Try again.");
    }
  }

  private cancel(upload: Upload): void {
    upload.abort.abort();
    const index = this.waiting.indexOf(upload);
    if (index >= 0) this.waiting.splice(index, 1);
    const view = this.view();
    view?.dispatch(view.state.tr.setMeta(key, { remove: upload.id } satisfies Meta));
    view?.focus();
  }

  private place({ id, alt }: Upload, picture: EditorPicture): void {
    const view = this.view();
    const box = view && key.getState(view.state)?.find(undefined, undefined, isUpload(id))[0];
    if (!view || !box) return;
    this.shelf.set(picture.id, picture);
    const known = alt !== "" && picture.alt === "" ? { ...picture, alt, decorative: false } : picture;
    const node = view.state.schema.nodeFromJSON(imageFrom(known));
    const position = boundaryNear(view.state.doc, box.from);
    view.dispatch(view.state.tr.insert(position, node).setMeta(key, { remove: id } satisfies Meta));
  }
}

/**
 * The nearest place where a picture may stand: between the pictures of a gallery that is not full, before an empty
 * paragraph (the caret stays in it, below the picture), else behind the block.
 */
export function boundaryNear(doc: EditorNode, position: number): number {
  const $position = doc.resolve(Math.min(position, doc.content.size));
  if ($position.depth === 0) return $position.pos;
  const block = $position.node(1);
  if (block.type.name === "gallery" && block.childCount < mostInGallery && $position.depth === 1) return $position.pos;
  return block.isTextblock && block.content.size === 0 ? $position.before(1) : $position.after(1);
}
