"use client";
import { useState, type ReactElement } from "react";
import { RichTextEditor } from "@/components/desk/editor/rich-text-editor";
import type { EditorPicture } from "@/components/desk/editor/schema/picture-view";
import { citationLabel } from "./citation-label";
import { HeadlineField } from "./headline-field";
import { suggestArticles } from "./suggest-articles";
import type { EditorScreen } from "./use-editor-screen";
import { usePictures } from "./use-pictures";

type WritingAreaProps = {
  screen: EditorScreen;
  pictures: readonly EditorPicture[];
  editable: boolean;
  onOpenComment: (id: string) => void;
};

/** Headline and text. */
export function WritingArea({ screen, pictures, editable, onOpenComment }: WritingAreaProps): ReactElement {
  const { copy: article, initial } = screen;
  const problems = screen.autosave.snapshot.problem?.fields ?? {};
  const { source, dialog } = usePictures();
  const [shown] = useState(() => Object.fromEntries(pictures.map((picture) => [picture.id, picture])));
  return (
    <div className="max-w-3xl gap-4 mx-auto grid w-full content-start">
      <h1 className="sr-only">{article.copy.headline || "An article without a headline"}</h1>
      <HeadlineField
        value={article.copy.headline}
        editable={editable}
        problems={problems.headline ?? []}
        onChange={(headline) => {
          screen.change({ headline });
        }}
        onLeave={() => {
          article.editor.current?.focus("start");
        }}
      />
      <RichTextEditor
        initial={initial.copy.body}
        media={shown}
        citations={article.copy.citations.map(citationLabel)}
        pictures={source}
        features="article"
        editable={editable}
        label="Text of the article"
        suggestArticles={suggestArticles}
        onChange={screen.changeText}
        onOpenComment={onOpenComment}
        handleRef={article.attach}
      />
      {dialog}
    </div>
  );
}
