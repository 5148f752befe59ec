"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { DialogActions } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import { SearchForm } from "@/components/ui/search-form";
import { deskHomePath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";

export type ChosenPlace = {
  slot: string;
  words: string;
  /** Proposed end, as a datetime-local field has it. */
  until: string;
  timeZone: string;
  candidates: { articleId: number; headline: string; published: string }[];
};

type PinFormProps = { chosen: ChosenPlace; expectedArticleId: number | null; action: FormAction<never> };

/** Which story, and until when. */
export function PinForm({ chosen, expectedArticleId, action }: PinFormProps): ReactElement {
  const { slot, words, until, timeZone, candidates } = chosen;
  return (
    <div className="gap-4 grid">
      <SearchForm action={deskHomePath} name="q" label="Find a live story by its headline" words={words}>
        <input type="hidden" name="slot" value={slot} />
      </SearchForm>
      <ActionForm action={action} className="gap-4 grid">
        <input type="hidden" name="slot" value={slot} />
        <input type="hidden" name="expectedArticleId" value={expectedArticleId ?? ""} />
        {candidates.length === 0 ? (
          <p className="text-quiet">No live story has these words in its headline.</p>
        ) : (
          <fieldset className="gap-1 grid">
            <legend className="mb-1 font-semibold">Story</legend>
            <div className="max-h-72 rounded-md border-line overflow-y-auto border">
              {candidates.map(({ articleId, headline, published }, index) => (
                <label key={articleId} className="gap-2 px-3 py-1.5 hover:bg-sunken flex items-start">
                  <input
                    type="radio"
                    name="articleId"
                    value={articleId}
                    defaultChecked={index === 0}
                    className="mt-1 size-4 shrink-0 accent-(--accent)"
                  />
                  <span className="min-w-0 break-words">
                    {headline} <span className="text-sm text-quiet">{published}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <Field label="Until" name="until" hint={`In the site’s time zone, ${timeZone}`}>
          <TextInput type="datetime-local" defaultValue={until} className="max-w-64" required />
        </Field>
        <DialogActions>
          <SubmitButton disabled={candidates.length === 0}>Pin it</SubmitButton>
        </DialogActions>
      </ActionForm>
    </div>
  );
}
