"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field, TextArea, TextInput } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SearchForm } from "@/components/ui/search-form";
import { deskTagPath, deskTagsPath } from "@/lib/desk-urls";
import type { TagEntry } from "@/lib/taxonomy/types";
import type { FormAction } from "@/lib/web/action-state";

type TagScreenProps = {
  tag: TagEntry;
  /** What was searched for to merge into. */
  words: string;
  /** What was found; null before a search. */
  others: TagEntry[] | null;
  actions: { save: FormAction<number>; merge: FormAction<never>; remove: FormAction<never> };
};

/** One tag: what it is called, and how it goes. */
export function TagScreen({ tag, words, others, actions }: TagScreenProps): ReactElement {
  return (
    <>
      <PageHeader
        title={tag.name}
        description={`On ${countOf(tag.articles)}`}
        actions={
          <>
            <LinkButton href={deskTagsPath}>All tags</LinkButton>
            <LinkButton href={tag.path} prefetch={false}>
              See the page
            </LinkButton>
          </>
        }
      />
      <div className="gap-6 max-w-3xl grid">
        <Card title="Tag">
          <TagForm tag={tag} action={actions.save} />
        </Card>
        <Card
          title="Merge"
          description="Articles with this tag get the other one, once, and its address leads there. This cannot be undone."
        >
          <MergeSearch tag={tag} words={words} others={others} action={actions.merge} />
        </Card>
        <Card title="Delete" description="Possible while no article and no menu uses it.">
          <ConfirmButton
            look="danger"
            action={actions.remove}
            fields={{ id: tag.id, expectedVersion: tag.version }}
            title={`Delete ${tag.name}?`}
            explanation="The tag is removed, and its address leads nowhere."
            confirm="Delete the tag"
          >
            Delete the tag
          </ConfirmButton>
        </Card>
      </div>
    </>
  );
}

function TagForm({ tag, action }: { tag: TagEntry; action: FormAction<number> }): ReactElement {
  return (
    <ActionForm action={action} className="gap-4 grid">
      <input type="hidden" name="id" value={tag.id} />
      <input type="hidden" name="expectedVersion" value={tag.version} />
      <Field label="Name" name="tag.name">
        <TextInput defaultValue={tag.name} required maxLength={80} />
      </Field>
      <Field label="Address" name="tag.slug" hint="When it changes, the old address leads to the new one.">
        <TextInput defaultValue={tag.slug} required maxLength={120} autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label="Description" name="tag.description" hint="For readers and search engines">
        <TextArea defaultValue={tag.description} maxLength={500} />
      </Field>
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </ActionForm>
  );
}

type MergeSearchProps = Pick<TagScreenProps, "tag" | "words" | "others"> & { action: FormAction<never> };

function MergeSearch({ tag, words, others, action }: MergeSearchProps): ReactElement {
  return (
    <div className="gap-3 grid">
      <SearchForm action={deskTagPath(tag.id)} name="into" label="Find the tag to merge into" words={words} />
      {others?.length === 0 && <p className="text-quiet">No other tag has “{words}” in its name.</p>}
      {others && others.length > 0 && (
        <ul aria-label="Tags to merge into" className="divide-line divide-y">
          {others.map((other) => (
            <li key={other.id} className="gap-2 py-2 flex flex-wrap items-center justify-between">
              <span className="min-w-0 break-words">
                {other.name} <span className="text-sm text-quiet">on {countOf(other.articles)}</span>
              </span>
              <ConfirmButton
                size="small"
                look="danger"
                aria-label={`Merge into ${other.name}`}
                action={action}
                fields={{ fromId: tag.id, expectedVersion: tag.version, intoId: other.id }}
                title={`Merge ${tag.name} into ${other.name}?`}
                explanation={`${countOf(tag.articles)} get “${other.name}” instead, and “${tag.name}” is no more. This cannot be undone.`}
                confirm="Merge them"
              >
                Merge
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function countOf(articles: number): string {
  return articles === 1 ? "1 article" : `${articles.toLocaleString("en-US")} articles`;
}
