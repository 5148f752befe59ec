"use client";
import { Bookmark, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import type { FormAction } from "@/lib/web/action-state";

export type SavedView = { viewId: number; name: string; href: string };

type SavedViewsProps = {
  views: SavedView[];
  /** Parameters of the list as it is shown, which is what is kept. */
  parameters: string;
  save: FormAction<{ viewId: number }>;
  remove: FormAction<void>;
};

/** Filters kept under a name: apply one, keep the present one, forget one. */
export function SavedViews({ views, parameters, save, remove }: SavedViewsProps): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Saved views"
      trigger={
        <Button>
          <Bookmark aria-hidden className="size-4" />
          Views
        </Button>
      }
    >
      {views.length === 0 && <p className="text-sm text-quiet">Keep filters that you use often under a name.</p>}
      <ul className="max-h-72 overflow-y-auto">
        {views.map((view) => (
          <li key={view.viewId} className="gap-1 flex items-center">
            <Link
              href={view.href}
              className="min-w-0 rounded px-2 py-1.5 hover:bg-sunken flex-1 truncate"
              onClick={() => {
                setOpen(false);
              }}
            >
              {view.name}
            </Link>
            <ActionForm action={remove}>
              <input type="hidden" name="viewId" value={view.viewId} />
              <SubmitButton look="quiet" size="icon" aria-label={`Forget the view ${view.name}`}>
                <Trash2 aria-hidden />
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={save} resetWhenDone className="mt-3 gap-2 border-line pt-3 grid border-t">
        <input type="hidden" name="parameters" value={parameters} />
        <Field label="Keep these filters as" name="name" hint="A name you used before is replaced.">
          <TextInput required maxLength={60} autoComplete="off" />
        </Field>
        <SubmitButton size="small" className="justify-self-end">
          Save view
        </SubmitButton>
      </ActionForm>
    </Popover>
  );
}
