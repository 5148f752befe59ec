"use client";
import { useState, type ReactElement, type ReactNode } from "react";
import type { FormAction } from "@/lib/web/action-state";
import { ActionForm, SubmitButton } from "./action-form";
import { Button, type ButtonProps } from "./button";
import { Dialog, DialogActions } from "./dialog";

type ConfirmButtonProps<Value> = Omit<ButtonProps, "onClick" | "action"> & {
  action: FormAction<Value>;
  /** Hidden fields that the action needs. */
  fields: Record<string, string | number>;
  /** The question. */
  title: string;
  /** What happens, and whether it can be undone. */
  explanation: ReactNode;
  /** What the confirming button says: the thing that happens, never "OK". */
  confirm: string;
  onDone?: (value: Value) => void;
};

/** A button that asks once more before an action that takes something away. */
export function ConfirmButton<Value>({
  action,
  fields,
  title,
  explanation,
  confirm,
  onDone,
  ...button
}: ConfirmButtonProps<Value>): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        {...button}
        onClick={() => {
          setOpen(true);
        }}
      />
      <Dialog open={open} onOpenChange={setOpen} title={title} size="small">
        <ActionForm
          action={action}
          className="gap-3 grid"
          onDone={(value) => {
            setOpen(false);
            onDone?.(value);
          }}
        >
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div>{explanation}</div>
          <DialogActions>
            <Button
              onClick={() => {
                setOpen(false);
              }}
            >
              Cancel
            </Button>
            <SubmitButton look="danger">{confirm}</SubmitButton>
          </DialogActions>
        </ActionForm>
      </Dialog>
    </>
  );
}
