import type { FormAction } from "@/lib/web/action-state";

/** The server actions behind the buttons; the page hands them in. */
export type WorkflowActions = Record<
  | "submit"
  | "recall"
  | "requestChanges"
  | "approve"
  | "publish"
  | "reschedule"
  | "unschedule"
  | "scheduleEnd"
  | "withdraw"
  | "moveToTrash"
  | "restoreFromTrash",
  FormAction<unknown>
>;

export type WorkflowVerb = keyof WorkflowActions;

/** What a button says, from the least to the most final. */
export const workflowLabels: Record<WorkflowVerb, string> = {
  submit: "Submit for review",
  recall: "Take back",
  requestChanges: "Request changes",
  approve: "Approve",
  publish: "Publish…",
  reschedule: "Reschedule…",
  unschedule: "Take off the schedule",
  scheduleEnd: "Set an end…",
  withdraw: "Withdraw…",
  moveToTrash: "Move to trash",
  restoreFromTrash: "Restore from trash",
};

/** The next step most people want, in this order, as the one filled button. */
export const mainSteps: readonly WorkflowVerb[] = ["restoreFromTrash", "approve", "publish", "submit", "recall"];
