"use client";
import { useState, type ReactElement, type ReactNode } from "react";
import { SubmitButton } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogActions } from "@/components/ui/dialog";
import { VersionedForm } from "./article-session";
import { MomentField, type WorkflowFormProps } from "./workflow-forms";

type PublishFormProps = WorkflowFormProps & {
  /** Readers see a version already. */
  live: boolean;
  /** What stands in the way, as the server sees it; null when nothing does. */
  blockers: ReactNode;
  /** A planned end, as a datetime-local field has it; empty when there is none. */
  ends: string;
};

/** Now, or from a moment on; for good, or until another. */
export function PublishForm({ action, onDone, live, blockers, ends }: PublishFormProps): ReactElement {
  const [later, setLater] = useState(false);
  const [ending, setEnding] = useState(ends !== "");
  return (
    <VersionedForm action={action} onDone={onDone} saysWhatIsWrong={blockers !== null} className="gap-4 grid">
      {blockers}
      <fieldset className="gap-2 grid">
        <legend className="mb-1 font-semibold">{live ? "Readers get the changes" : "Readers see it"}</legend>
        <When value="now" label="Now" checked={!later} onChoose={setLater} />
        <When value="later" label="From a moment on" checked={later} onChoose={setLater} />
      </fieldset>
      {later && <MomentField label="From" name="visibleFrom" />}
      <Checkbox
        name="ends"
        label="It ends by itself"
        checked={ending}
        onChange={(event) => {
          setEnding(event.currentTarget.checked);
        }}
      />
      {ending && <MomentField label="Until" name="visibleUntil" value={ends} />}
      {live && (
        <Checkbox
          name="minor"
          label="Small correction: keep the date"
          hint="Readers and search engines go on seeing the date of the last change."
        />
      )}
      <DialogActions>
        <SubmitButton>{later ? "Schedule" : live ? "Publish changes" : "Publish now"}</SubmitButton>
      </DialogActions>
    </VersionedForm>
  );
}

type WhenProps = { value: "now" | "later"; label: string; checked: boolean; onChoose: (later: boolean) => void };

function When({ value, label, checked, onChoose }: WhenProps): ReactElement {
  return (
    <label className="gap-2 flex items-center">
      <input
        type="radio"
        name="when"
        value={value}
        checked={checked}
        className="size-4 accent-(--accent)"
        onChange={() => {
          onChoose(value === "later");
        }}
      />
      {label}
    </label>
  );
}
