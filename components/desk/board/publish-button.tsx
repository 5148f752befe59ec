"use client";
import { useState, type ReactElement } from "react";
import { nameOf } from "@/components/desk/articles/article-row";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import type { ArticleListItem } from "@/lib/articles/types";
import { toSiteTime } from "@/lib/site-time";
import type { BoardActions } from "./board-actions";
import { Reference } from "./reference";

type PublishButtonProps = { action: BoardActions["publish"]; item: ArticleListItem; timeZone: string; now: Date };

/** Puts an approved article before readers: at once, or at a time. */
export function PublishButton({ action, item, timeZone, now }: PublishButtonProps): ReactElement {
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        size="small"
        look="primary"
        className="justify-self-start"
        aria-label={`Publish: ${nameOf(item)}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        Publish…
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Publish" description={nameOf(item)} size="small">
        <ActionForm action={action} onDone={close} className="gap-3 grid">
          <Reference item={item} />
          <KeptEnd item={item} timeZone={timeZone} now={now} />
          <WhenFields timeZone={timeZone} />
          <DialogActions>
            <Button onClick={close}>Cancel</Button>
            <SubmitButton>Publish</SubmitButton>
          </DialogActions>
        </ActionForm>
      </Dialog>
    </>
  );
}

function WhenFields({ timeZone }: { timeZone: string }): ReactElement {
  const [later, setLater] = useState(false);
  return (
    <fieldset className="gap-2 grid">
      <legend className="mb-1 font-semibold">When</legend>
      {[
        { value: "now", label: "Now" },
        { value: "later", label: "At a time" },
      ].map(({ value, label }) => (
        <label key={value} className="gap-2 flex items-center">
          <input
            type="radio"
            name="when"
            value={value}
            checked={later === (value === "later")}
            onChange={() => {
              setLater(value === "later");
            }}
            className="size-4 accent-(--accent)"
          />
          {label}
        </label>
      ))}
      {later && (
        <Field label="Date and time" name="visibleFrom" hint={`Time of ${timeZone}`}>
          <TextInput type="datetime-local" required />
        </Field>
      )}
    </fieldset>
  );
}

/** An end that was planned stays; in the article itself it can be changed. */
function KeptEnd({ item, timeZone, now }: Omit<PublishButtonProps, "action">): ReactElement | null {
  const { publicUntil } = item;
  if (publicUntil === null || publicUntil <= now) return null;
  return (
    <>
      <input type="hidden" name="ends" value="on" />
      <input type="hidden" name="visibleUntil" value={toSiteTime(publicUntil, timeZone)} />
    </>
  );
}
