"use client";
import { getAttributes, type Editor } from "@tiptap/core";
import { useState, type SubmitEvent, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import { hrefFromTyped } from "@/lib/richtext/link-address";
import type { EditorSession } from "../session";
import { LinkSuggestions, type SuggestArticles } from "./link-suggestions";

type LinkDialogProps = {
  editor: Editor;
  session: EditorSession;
  suggestArticles: SuggestArticles | undefined;
  onClose: () => void;
};

/** Where the selected words lead. Without selected words also which words. */
export function LinkDialog({ editor, session, suggestArticles, onClose }: LinkDialogProps): ReactElement {
  const [given] = useState(() => hrefAt(editor));
  const [address, setAddress] = useState(given ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const needsWords = given === null && editor.state.selection.empty;
  const [words, setWords] = useState("");
  const save = (typed: string, title = ""): void => {
    const href = hrefFromTyped(typed, session.siteOrigin);
    if (href === null) {
      setProblem("Write a web address such as https://example.org, an e-mail address, or a path such as /news");
      return;
    }
    onClose();
    applyLink(editor, href, needsWords ? words.trim() || title || typed.trim() : null);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    save(address);
  };
  return (
    <Dialog open title={given === null ? "Add a link" : "Change the link"} size="small" onOpenChange={onClose}>
      <form onSubmit={submit} className="gap-4 grid" noValidate>
        {needsWords && <LinkWords words={words} onWords={setWords} />}
        <Field name="href" label="Address" error={problem} hint="Or words of one of our own articles.">
          <TextInput
            autoComplete="off"
            value={address}
            onChange={(event) => {
              setProblem(null);
              setAddress(event.target.value);
            }}
          />
        </Field>
        {suggestArticles && (
          <LinkSuggestions
            query={address}
            suggest={suggestArticles}
            onChoose={({ path, title }) => {
              save(path, title);
            }}
          />
        )}
        <LinkActions
          onClose={onClose}
          onRemove={
            given === null
              ? null
              : () => {
                  onClose();
                  editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
                }
          }
        />
      </form>
    </Dialog>
  );
}

function hrefAt(editor: Editor): string | null {
  const { href } = getAttributes(editor.state, "link");
  return typeof href === "string" ? href : null;
}

/** @param words null: the selected words, or those of the link around the caret */
function applyLink(editor: Editor, href: string, words: string | null): void {
  const chain = editor.chain().focus();
  if (words === null) chain.extendMarkRange("link").setMark("link", { href }).run();
  else chain.insertContent({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] }).run();
}

function LinkActions({ onClose, onRemove }: { onClose: () => void; onRemove: (() => void) | null }): ReactElement {
  return (
    <DialogActions>
      {onRemove && (
        <Button look="danger" onClick={onRemove}>
          Remove link
        </Button>
      )}
      <Button onClick={onClose}>Cancel</Button>
      <Button type="submit" look="primary">
        Save
      </Button>
    </DialogActions>
  );
}

function LinkWords({ words, onWords }: { words: string; onWords: (words: string) => void }): ReactElement {
  return (
    <Field name="words" label="Words">
      <TextInput
        value={words}
        onChange={(event) => {
          onWords(event.target.value);
        }}
      />
    </Field>
  );
}
