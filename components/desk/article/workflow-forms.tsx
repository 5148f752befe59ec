"use client";
import { useState, type ReactElement } from "react";
import { SubmitButton } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogActions } from "@/components/ui/dialog";
import { Field, TextArea, TextInput } from "@/components/ui/field";
import type { FormAction } from "@/lib/web/action-state";
import { useArticleSession, VersionedForm } from "./article-session";

export type WorkflowFormProps = { action: FormAction<unknown>; onDone: () => void };

type RemarkFormProps = WorkflowFormProps & {
  /** Name of the field. */
  name: "note" | "comment";
  label: string;
  hint: string;
  confirm: string;
};

/** One remark, and the step it goes with. */
export function RemarkForm({ action, onDone, name, label, hint, confirm }: RemarkFormProps): ReactElement {
  return (
    <VersionedForm action={action} onDone={onDone} className="gap-4 grid">
      <Field label={label} name={name} hint={hint}>
        <TextArea />
      </Field>
      <DialogActions>
        <SubmitButton>{confirm}</SubmitButton>
      </DialogActions>
    </VersionedForm>
  );
}

/** A date and time in the site's time zone, which is named. */
export function MomentField({ label, name, value }: { label: string; name: string; value?: string }): ReactElement {
  const { timeZone } = useArticleSession();
  return (
    <Field label={label} name={name} hint={`In the site's time zone, ${timeZone}`}>
      <TextInput type="datetime-local" className="max-w-64" defaultValue={value} />
    </Field>
  );
}

/** A new time for what waits for one. @param value the present one, as a datetime-local field has it */
export function RescheduleForm({ action, onDone, value }: WorkflowFormProps & { value: string }): ReactElement {
  return (
    <VersionedForm action={action} onDone={onDone} className="gap-4 grid">
      <MomentField label="Readers see it from" name="visibleFrom" value={value} />
      <DialogActions>
        <SubmitButton>Reschedule</SubmitButton>
      </DialogActions>
    </VersionedForm>
  );
}

/** The moment from which readers no longer see it. */
export function EndForm({ action, onDone, value }: WorkflowFormProps & { value: string }): ReactElement {
  return (
    <VersionedForm action={action} onDone={onDone} className="gap-4 grid">
      <MomentField label="Readers see it until" name="visibleUntil" value={value} />
      <p className="text-sm text-quiet">Leave it empty to take a planned end away.</p>
      <WithdrawalFields />
      <DialogActions>
        <SubmitButton>Set the end</SubmitButton>
      </DialogActions>
    </VersionedForm>
  );
}

export function WithdrawForm({ action, onDone }: WorkflowFormProps): ReactElement {
  return (
    <VersionedForm action={action} onDone={onDone} className="gap-4 grid">
      <WithdrawalFields demanded />
      <DialogActions>
        <SubmitButton look="danger">Withdraw</SubmitButton>
      </DialogActions>
    </VersionedForm>
  );
}

/** What readers find at the address afterwards. @param demanded whether a notice needs a reason at once */
function WithdrawalFields({ demanded = false }: { demanded?: boolean }): ReactElement {
  const [gone, setGone] = useState(false);
  return (
    <>
      <Field
        label={demanded && !gone ? "Reason, for readers (required)" : "Reason, for readers"}
        name="reason"
        hint="Shown with the date where the article was."
      >
        <TextArea disabled={gone} required={demanded && !gone} />
      </Field>
      <Checkbox
        name="gone"
        label="Leave no notice: the address answers 410 Gone"
        hint="For what must not be named any more."
        checked={gone}
        onChange={(event) => {
          setGone(event.currentTarget.checked);
        }}
      />
    </>
  );
}
