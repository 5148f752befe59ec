"use client";
import { ChevronDown } from "lucide-react";
import { useState, type ReactElement, type ReactNode } from "react";
import { SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toSiteTime } from "@/lib/site-time";
import type { FormAction } from "@/lib/web/action-state";
import { useArticleSession, VersionedForm } from "./article-session";
import type { EditorArticle } from "./editor-article";
import { PublishForm } from "./publish-form";
import { mainSteps, workflowLabels, type WorkflowActions, type WorkflowVerb } from "./workflow-actions";
import { EndForm, RemarkForm, RescheduleForm, WithdrawForm } from "./workflow-forms";

type WorkflowBarProps = { article: EditorArticle; actions: WorkflowActions; blockers: ReactNode };

/** What can be done with the article now: the next step as a button, everything else in a menu, with the reason why not. */
export function WorkflowBar({ article, actions, blockers }: WorkflowBarProps): ReactElement {
  const [open, setOpen] = useState<WorkflowVerb | null>(null);
  const decisions = article.transitions.filter(isWorkflow);
  const allowed = new Set(decisions.filter((decision) => decision.allowed).map(({ verb }) => verb));
  const main = mainSteps.find((verb) => allowed.has(verb));
  const label = (verb: WorkflowVerb): string =>
    verb === "publish" && article.live ? "Publish changes…" : workflowLabels[verb];
  return (
    <div className="flex">
      {main && (
        <Button
          look="primary"
          size="small"
          className="rounded-r-none"
          onClick={() => {
            setOpen(main);
          }}
        >
          {label(main)}
        </Button>
      )}
      <StepsMenu decisions={decisions} label={label} joined={main !== undefined} onChoose={setOpen} />
      <Dialog
        open={open !== null}
        onOpenChange={() => {
          setOpen(null);
        }}
        title={open ? label(open).replace("…", "") : ""}
        size="small"
      >
        {open && (
          <Step
            verb={open}
            article={article}
            action={actions[open]}
            blockers={blockers}
            onDone={() => {
              setOpen(null);
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

type Decision = EditorArticle["transitions"][number];

type StepsMenuProps = {
  decisions: (Decision & { verb: WorkflowVerb })[];
  label: (verb: WorkflowVerb) => string;
  /** Stands directly at the main button. */
  joined: boolean;
  onChoose: (verb: WorkflowVerb) => void;
};

function StepsMenu({ decisions, label, joined, onChoose }: StepsMenuProps): ReactElement {
  return (
    <Menu
      trigger={
        <Button
          look={joined ? "primary" : "plain"}
          size="small"
          className={joined ? "border-l-surface/40 rounded-l-none" : ""}
          aria-label="All steps"
        >
          {!joined && "Steps"}
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      }
    >
      {decisions.map((decision) => (
        <MenuItem
          key={decision.verb}
          disabled={!decision.allowed}
          danger={decision.verb === "withdraw" || decision.verb === "moveToTrash"}
          onSelect={() => {
            onChoose(decision.verb);
          }}
        >
          <span className="max-w-72 grid">
            {label(decision.verb)}
            {!decision.allowed && <span className="text-sm">{decision.reason}</span>}
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}

function isWorkflow(decision: Decision): decision is Decision & { verb: WorkflowVerb } {
  return decision.verb in workflowLabels;
}

type StepProps = {
  verb: WorkflowVerb;
  article: EditorArticle;
  action: FormAction<unknown>;
  blockers: ReactNode;
  onDone: () => void;
};

const sentences = {
  recall: "You can go on writing, and submit it again.",
  unschedule: "It does not appear at its time. Nothing that readers see now changes.",
  moveToTrash: "It can be restored for 30 days.",
  restoreFromTrash: "It is back in the lists, in the state it had.",
} as const;

function Step({ verb, article, action, blockers, onDone }: StepProps): ReactElement {
  const { timeZone } = useArticleSession();
  const typedMoment = (moment: Date | null | undefined): string => (moment ? toSiteTime(moment, timeZone) : "");
  const form = { action, onDone };
  const end = typedMoment((article.planned ?? article.live)?.visibleUntil);
  switch (verb) {
    case "submit":
      return <RemarkForm {...form} name="note" label="For the reviewer" hint="Optional." confirm="Submit for review" />;
    case "requestChanges":
      return (
        <RemarkForm
          {...form}
          name="comment"
          label="What should change"
          hint="The author gets it by mail. Remarks on passages stand in the comments."
          confirm="Request changes"
        />
      );
    case "approve":
      return <RemarkForm {...form} name="note" label="For the editor" hint="Optional." confirm="Approve" />;
    case "publish":
      return <PublishForm {...form} live={article.live !== null} blockers={blockers} ends={end} />;
    case "reschedule":
      return <RescheduleForm {...form} value={typedMoment(article.planned?.visibleFrom)} />;
    case "scheduleEnd":
      return <EndForm {...form} value={end} />;
    case "withdraw":
      return <WithdrawForm {...form} />;
    default:
      return (
        <VersionedForm {...form} className="gap-3 grid">
          <p>{sentences[verb]}</p>
          <DialogActions>
            <SubmitButton look={verb === "moveToTrash" ? "danger" : "primary"}>{workflowLabels[verb]}</SubmitButton>
          </DialogActions>
        </VersionedForm>
      );
  }
}
