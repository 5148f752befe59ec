"use client";
import { useMemo, useState, type ReactElement } from "react";
import { ArticlePanel } from "@/components/desk/article-panel/article-panel";
import { ChecklistPanel } from "@/components/desk/checklist/checklist-panel";
import { Tabs } from "@/components/ui/tabs";
import type { CheckItem } from "@/lib/articles/checklist/types";
import { numberReferences } from "@/lib/richtext/references";
import type { ArticleEditorProps } from "./editor-props";
import { AssignmentForm } from "./assignment-form";
import { CommentsPanel, type Passage } from "./comments-panel";
import type { EditorScreen } from "./use-editor-screen";

export type SideTab = "article" | "checklist" | "comments";

type EditorSideProps = {
  editor: ArticleEditorProps;
  screen: EditorScreen;
  tab: SideTab;
  onTab: (tab: SideTab) => void;
};

/** Beside the text: what is said about the article, what stands in its way, what others remarked. */
export function EditorSide(props: EditorSideProps): ReactElement {
  const { editor, screen, tab, onTab } = props;
  const { copy } = screen;
  const show = ({ blockIndex }: Pick<Passage, "blockIndex">): void => {
    copy.editor.current?.scrollToBlock(blockIndex);
  };
  const showItem = ({ where }: CheckItem): void => {
    if (where) show({ blockIndex: where.block });
    else onTab("article");
  };
  const openThreads = editor.threads.filter(({ resolvedAt }) => resolvedAt === null).length;
  return (
    <Tabs
      label="About the article"
      value={tab}
      onValueChange={(id) => {
        onTab(id as SideTab);
      }}
      tabs={[
        { id: "article", label: "Article", content: <PanelTab {...props} /> },
        {
          id: "checklist",
          label: `Checklist (${String(screen.checklist.checklist.items.length)})`,
          content: <ChecklistPanel {...screen.checklist} onShow={showItem} />,
        },
        {
          id: "comments",
          label: `Comments (${String(openThreads)})`,
          content: (
            <div className="gap-4 grid">
              {editor.assignable && (
                <AssignmentForm article={editor.article} choices={editor.assignable} action={editor.actions.assign} />
              )}
              <CommentsPanel
                threads={editor.threads}
                actions={editor.actions.comments}
                selection={() => copy.editor.current?.selectionQuote() ?? null}
                onShow={show}
              />
            </div>
          ),
        },
      ]}
    />
  );
}

const noProblems = {};

function PanelTab({ editor, screen }: EditorSideProps): ReactElement {
  const { copy, textVersion, change, autosave } = screen;
  const [cover, setCover] = useState(editor.cover);
  // Numbered anew when the typing pauses: it needs the whole text.
  const used = useMemo(() => {
    const body = textVersion === 0 ? copy.copy.body : copy.read().body;
    return numberReferences(body).order;
  }, [copy, textVersion]);
  return (
    <ArticlePanel
      copy={copy.copy}
      onChange={change}
      editable={editor.editable}
      choices={editor.choices}
      cover={cover}
      onCoverChange={setCover}
      usedReferenceKeys={used}
      onInsertReference={(key) => copy.editor.current?.insertReference(key)}
      site={editor.site}
      published={editor.article.live !== null || editor.article.withdrawal !== null}
      problems={autosave.snapshot.problem?.fields ?? noProblems}
    />
  );
}
