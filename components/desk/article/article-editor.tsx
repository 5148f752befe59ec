"use client";
import { useState, type ReactElement } from "react";
import { MergeDialog } from "@/components/desk/autosave/merge-dialog";
import { PresenceBanner } from "@/components/desk/autosave/presence-banner";
import { RecoveryNotice } from "@/components/desk/autosave/recovery-notice";
import { ArticleSessionContext } from "./article-session";
import { blockersNotice } from "./blockers-notice";
import type { ArticleEditorProps } from "./editor-props";
import { EditorSide, type SideTab } from "./editor-side";
import { EditorTopBar } from "./editor-top-bar";
import { mergeNaming } from "./merge-naming";
import { PreviewPane } from "./preview-pane";
import { SaveStatus } from "./save-status";
import { SharePreview } from "./share-preview";
import { useEditorScreen, type EditorScreen } from "./use-editor-screen";
import { WorkflowBar } from "./workflow-bar";
import { WritingArea } from "./writing-area";

/** The screen in which an article is written, reviewed and published. */
export function ArticleEditor(props: ArticleEditorProps): ReactElement {
  const { article, actions } = props;
  const screen = useEditorScreen(props);
  const { autosave, session } = screen;
  const [previewing, setPreviewing] = useState(false);
  const [merging, setMerging] = useState(false);
  const [tab, setTab] = useState<SideTab>("article");
  const opens = (next: SideTab) => () => {
    setPreviewing(false);
    setTab(next);
  };
  return (
    <ArticleSessionContext value={session}>
      <EditorTopBar
        article={article}
        previewing={previewing}
        onPreview={setPreviewing}
        onSave={props.editable ? screen.save : null}
        status={
          <SaveStatus
            autosave={autosave.snapshot}
            onRetry={screen.save}
            onResolve={() => {
              setMerging(true);
            }}
          />
        }
      >
        <SharePreview action={actions.share} />
        <WorkflowBar
          article={article}
          actions={actions.workflow}
          blockers={blockersNotice(screen.checklist.checklist, opens("checklist"))}
        />
      </EditorTopBar>
      <div className="mb-4 gap-2 grid">
        <PresenceBanner companions={autosave.companions} />
        <RecoveryNotice recoveries={autosave.recoveries} onTakeBack={autosave.takeBack} onLetGo={autosave.letGo} />
      </div>
      <div className="gap-6 xl:grid-cols-[minmax(0,1fr)_26rem] grid">
        <WritingArea
          screen={screen}
          pictures={props.pictures}
          editable={props.editable}
          onOpenComment={opens("comments")}
        />
        {previewing && (
          <div className="rounded-lg border-line sticky top-[calc(var(--bar-height,3rem)+0.75rem)] h-[calc(100dvh-var(--bar-height,3rem)-1.5rem)] overflow-hidden border">
            <PreviewPane path={props.previewPath} savedVersion={autosave.snapshot.version} />
          </div>
        )}
        {/* Stays in the page while the preview is shown, so that nothing typed in it is lost. */}
        <div hidden={previewing} className="min-w-0">
          <EditorSide editor={props} screen={screen} tab={tab} onTab={setTab} />
        </div>
      </div>
      <Merge editor={props} screen={screen} open={merging} onOpenChange={setMerging} />
    </ArticleSessionContext>
  );
}

type MergeProps = {
  editor: ArticleEditorProps;
  screen: EditorScreen;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

function Merge({ editor, screen: { autosave }, open, onOpenChange }: MergeProps): ReactElement {
  return (
    <MergeDialog
      question={autosave.snapshot.question}
      open={open}
      onOpenChange={onOpenChange}
      onReopen={autosave.reopenQuestion}
      onAnswer={autosave.answerQuestion}
      naming={mergeNaming(editor)}
    />
  );
}
