"use client";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { ArrowDown, ArrowUp, CaseSensitive, WholeWord, X } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { classNames } from "@/components/ui/class-names";
import type { FindQuery } from "../find-matches";
import { find, findState, goToMatch, replaceAllMatches, replaceMatch } from "../plugins/find-plugin";
import type { EditorSession } from "../session";
import { ToolButton } from "../toolbars/toolbar";
import { useObservable } from "../use-observable";

type Props = { editor: Editor; session: EditorSession };

export function FindBar({ editor, session }: Props): ReactElement | null {
  return useObservable(session.finding) ? <OpenFindBar editor={editor} session={session} /> : null;
}

/** Milliseconds without typing before the text is searched. */
const searchDelay = 120;

function OpenFindBar({ editor, session }: Props): ReactElement {
  const [query, setQuery] = useState<FindQuery>(() => ({
    text: selectedWords(editor),
    matchCase: false,
    wholeWord: false,
  }));
  const [done, setDone] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!editor.isDestroyed) find(editor.view, query.text === "" ? null : query);
    }, searchDelay);
    return () => {
      clearTimeout(timer);
    };
  }, [editor, query]);
  const close = (): void => {
    session.finding.set(false);
    find(editor.view, null);
    editor.commands.focus();
  };
  const change = (changes: Partial<FindQuery>): void => {
    setDone("");
    setQuery({ ...query, ...changes });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <search aria-label="Find and replace" onKeyDown={onKeyDown} className="gap-2 border-line px-2 py-2 grid border-t">
      <div className="gap-1 flex flex-wrap items-center">
        <QueryFields
          query={query}
          onChange={change}
          onGo={(step) => {
            goToMatch(editor.view, step);
          }}
        />
        <MatchCount editor={editor} done={done} />
        <ToolButton icon={X} label="Close find and replace" keys="Escape" onPress={close} />
      </div>
      <ReplaceFields
        onReplace={(words) => {
          replaceMatch(editor.view, query, words);
        }}
        onReplaceAll={(words) => {
          setDone(replacedSentence(replaceAllMatches(editor.view, query, words)));
        }}
      />
    </search>
  );
}

type QueryFieldsProps = {
  query: FindQuery;
  onChange: (changes: Partial<FindQuery>) => void;
  onGo: (step: 1 | -1) => void;
};

function QueryFields({ query, onChange, onGo }: QueryFieldsProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.select();
  }, []);
  const { text, matchCase, wholeWord } = query;
  return (
    <>
      <FindInput
        label="Find"
        value={text}
        inputRef={input}
        onText={(typed) => {
          onChange({ text: typed });
        }}
        onEnter={(back) => {
          onGo(back ? -1 : 1);
        }}
      />
      <ToolButton
        icon={CaseSensitive}
        label="Match case"
        pressed={matchCase}
        onPress={() => {
          onChange({ matchCase: !matchCase });
        }}
      />
      <ToolButton
        icon={WholeWord}
        label="Whole words"
        pressed={wholeWord}
        onPress={() => {
          onChange({ wholeWord: !wholeWord });
        }}
      />
      <ToolButton
        icon={ArrowUp}
        label="Previous match"
        keys="Shift+Enter"
        onPress={() => {
          onGo(-1);
        }}
      />
      <ToolButton
        icon={ArrowDown}
        label="Next match"
        keys="Enter"
        onPress={() => {
          onGo(1);
        }}
      />
    </>
  );
}

type ReplaceFieldsProps = { onReplace: (words: string) => void; onReplaceAll: (words: string) => void };

function ReplaceFields({ onReplace, onReplaceAll }: ReplaceFieldsProps): ReactElement {
  const [words, setWords] = useState("");
  return (
    <div className="gap-2 flex flex-wrap items-center">
      <FindInput
        label="Replace with"
        value={words}
        onText={setWords}
        onEnter={() => {
          onReplace(words);
        }}
      />
      <Button
        size="small"
        onClick={() => {
          onReplace(words);
        }}
      >
        Replace
      </Button>
      <Button
        size="small"
        onClick={() => {
          onReplaceAll(words);
        }}
      >
        Replace all
      </Button>
    </div>
  );
}

/** A few selected words are what somebody looks for. */
function selectedWords({ state: { doc, selection } }: Editor): string {
  const words = doc.textBetween(selection.from, selection.to, "\n");
  return words.length <= 100 && !words.includes("\n") ? words : "";
}

function replacedSentence(count: number): string {
  return count === 1 ? "1 place replaced" : `${String(count)} places replaced`;
}

type FindInputProps = {
  label: string;
  value: string;
  inputRef?: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
  onEnter: (back: boolean) => void;
};

function FindInput({ label, value, inputRef, onText, onEnter }: FindInputProps): ReactElement {
  return (
    <input
      ref={inputRef}
      aria-label={label}
      placeholder={label}
      value={value}
      className={classNames(controlClass, "min-h-9 max-w-64 basis-40 flex-1")}
      onChange={(event) => {
        onText(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        onEnter(event.shiftKey);
      }}
    />
  );
}

function MatchCount({ editor, done }: { editor: Editor; done: string }): ReactElement {
  const { count, current, asked } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const found = findState(state);
      return { count: found.matches.length, current: found.current, asked: found.query !== null };
    },
  });
  const words = count === 0 ? "Nothing found" : `${String(current + 1)} of ${String(count)}`;
  return (
    <p role="status" className="min-w-28 text-sm text-quiet">
      {done || (asked ? words : "")}
    </p>
  );
}
