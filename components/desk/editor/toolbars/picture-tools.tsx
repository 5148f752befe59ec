"use client";
import type { Editor } from "@tiptap/core";
import { ArrowLeft, ArrowRight, Images, ImagePlus, Replace, TextCursorInput, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { moveBlock } from "../block-moves";
import { imageFrom, mostInGallery } from "../schema/pictures";
import type { EditorSession } from "../session";
import { removeBlock, setBlockAttributes, type BlockFocus } from "./block-focus";
import { ToolButton, ToolSeparator } from "./toolbar";

type Props = { editor: Editor; session: EditorSession; focus: BlockFocus; onWords: () => void };

/** Tools of one picture, by itself or in a gallery. */
export function PictureTools({ editor, session, focus, onWords }: Props): ReactElement {
  const move = (direction: "up" | "down") => () => {
    moveBlock(direction)(editor.state, (tr) => {
      editor.view.dispatch(tr);
    });
  };
  return (
    <>
      <ToolButton icon={TextCursorInput} label="Alternative text, caption, credit" onPress={onWords} />
      <ToolButton icon={Replace} label="Replace picture" onPress={() => void replacePicture(editor, session, focus)} />
      {focus.inGallery && (
        <>
          <ToolSeparator />
          <ToolButton icon={ArrowLeft} label="Move picture forward" keys="Alt+Shift+↑" onPress={move("up")} />
          <ToolButton icon={ArrowRight} label="Move picture back" keys="Alt+Shift+↓" onPress={move("down")} />
          <ToolButton
            icon={ImagePlus}
            label="Add pictures to the gallery"
            onPress={() => void addToGallery(editor, session, focus)}
          />
        </>
      )}
      <ToolSeparator />
      <ToolButton
        icon={Trash2}
        label="Remove picture"
        onPress={() => {
          removeBlock(editor, focus);
        }}
      />
    </>
  );
}

/** Tools of a gallery as a whole. */
export function GalleryTools({ editor, session, focus, onWords }: Props): ReactElement {
  return (
    <>
      <ToolButton icon={Images} label="Add pictures" onPress={() => void addToGallery(editor, session, focus)} />
      <ToolButton icon={TextCursorInput} label="Caption of the gallery" onPress={onWords} />
      <ToolButton
        icon={Trash2}
        label="Remove gallery"
        onPress={() => {
          removeBlock(editor, focus);
        }}
      />
    </>
  );
}

/** The new picture brings its own alternative text; what was written for this place stays. */
async function replacePicture(editor: Editor, session: EditorSession, focus: BlockFocus): Promise<void> {
  const [picked] = await session.pictures.pick({ several: false });
  if (!picked || editor.isDestroyed) return;
  session.shelf.set(picked.id, picked);
  const { mediaId, alt, decorative } = imageFrom(picked).attrs;
  setBlockAttributes(editor, focus, { mediaId, alt, decorative });
}

async function addToGallery(editor: Editor, session: EditorSession, focus: BlockFocus): Promise<void> {
  const picked = await session.pictures.pick({ several: true });
  if (picked.length === 0 || editor.isDestroyed) return;
  const { tr, schema } = editor.state;
  const $place = tr.doc.resolve(focus.inGallery ? focus.position : focus.position + 1);
  if ($place.parent.type.name !== "gallery") return;
  const free = mostInGallery - $place.parent.childCount;
  for (const picture of picked) session.shelf.set(picture.id, picture);
  const nodes = picked.slice(0, free).map((picture) => schema.nodeFromJSON(imageFrom(picture)));
  editor.view.dispatch(tr.insert($place.end(), nodes));
  if (picked.length > free)
    session.notice.set({
      text: `A gallery holds at most ${String(mostInGallery)} pictures. ${String(picked.length - free)} were left out.`,
    });
  editor.commands.focus();
}
