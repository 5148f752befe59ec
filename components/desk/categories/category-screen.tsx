"use client";
import { useId, useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { controlClass, Field, Select, TextArea, TextInput } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { deskCategoriesPath } from "@/lib/desk-urls";
import type { CategoryEntry } from "@/lib/taxonomy/types";
import type { FormAction } from "@/lib/web/action-state";
import { CategoryOptions, type CategoryOption } from "./category-options";

type CategoryScreenProps = {
  category: CategoryEntry;
  /** What it may be put below. */
  parents: CategoryOption[];
  /** What it may be merged into. */
  others: CategoryOption[];
  actions: { save: FormAction<number>; merge: FormAction<never>; remove: FormAction<never> };
};

/** One category: what it is called, where it stands, and how it goes. */
export function CategoryScreen({ category, parents, others, actions }: CategoryScreenProps): ReactElement {
  return (
    <>
      <PageHeader
        title={category.name}
        description={`${category.articles.toLocaleString("en-US")} articles, ${category.live.toLocaleString("en-US")} of them live`}
        actions={
          <>
            <LinkButton href={deskCategoriesPath}>All categories</LinkButton>
            <LinkButton href={category.path} prefetch={false}>
              See the page
            </LinkButton>
          </>
        }
      />
      <div className="gap-6 max-w-3xl grid">
        <Card title="Category">
          <CategoryForm category={category} parents={parents} action={actions.save} />
        </Card>
        <Card
          title="Merge"
          description="Its articles, subcategories, menu entries and addresses go over to another category. This cannot be undone."
        >
          <MergeForm category={category} others={others} action={actions.merge} />
        </Card>
        <Card title="Delete" description="Possible while no article, subcategory or menu uses it.">
          <ConfirmButton
            look="danger"
            action={actions.remove}
            fields={{ id: category.id, expectedVersion: category.version }}
            title={`Delete ${category.name}?`}
            explanation="The category is removed, and its address leads nowhere."
            confirm="Delete the category"
          >
            Delete the category
          </ConfirmButton>
        </Card>
      </div>
    </>
  );
}

type CategoryFormProps = { category: CategoryEntry; parents: CategoryOption[]; action: FormAction<number> };

function CategoryForm({ category, parents, action }: CategoryFormProps): ReactElement {
  return (
    <ActionForm action={action} className="gap-4 grid">
      <input type="hidden" name="id" value={category.id} />
      <input type="hidden" name="expectedVersion" value={category.version} />
      <Field label="Name" name="category.name">
        <TextInput defaultValue={category.name} required maxLength={80} />
      </Field>
      <Field
        label="Address"
        name="category.slug"
        hint="When it changes, the old addresses of the category and of all its articles lead to the new ones."
      >
        <TextInput defaultValue={category.slug} required maxLength={120} autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label="Description" name="category.description" hint="For readers and search engines">
        <TextArea defaultValue={category.description} maxLength={500} />
      </Field>
      <Field label="Below" name="category.parentId">
        <Select defaultValue={category.parentId ?? ""}>
          <option value="">No other category</option>
          <CategoryOptions categories={parents} />
        </Select>
      </Field>
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </ActionForm>
  );
}

type MergeFormProps = { category: CategoryEntry; others: CategoryOption[]; action: FormAction<never> };

function MergeForm({ category, others, action }: MergeFormProps): ReactElement {
  const id = useId();
  const [intoId, setIntoId] = useState("");
  const into = others.find((other) => String(other.id) === intoId);
  return (
    <div className="gap-3 flex flex-wrap items-end">
      <div className="min-w-0 basis-60 flex-1">
        <label htmlFor={id} className="font-semibold">
          Merge into
        </label>
        <select
          id={id}
          value={intoId}
          onChange={(event) => {
            setIntoId(event.currentTarget.value);
          }}
          className={`${controlClass} min-h-10`}
        >
          <option value="">Choose a category</option>
          <CategoryOptions categories={others} />
        </select>
      </div>
      <ConfirmButton
        look="danger"
        disabled={!into}
        action={action}
        fields={{ fromId: category.id, expectedVersion: category.version, intoId }}
        title={`Merge ${category.name} into ${into?.name ?? ""}?`}
        explanation={`${category.articles.toLocaleString("en-US")} articles move, and ${category.name} is no more. Old addresses lead to the new ones. This cannot be undone.`}
        confirm="Merge them"
      >
        Merge…
      </ConfirmButton>
    </div>
  );
}
