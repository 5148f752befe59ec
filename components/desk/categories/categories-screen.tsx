"use client";
import { FolderTree } from "lucide-react";
import Link from "next/link";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Select, TextArea, TextInput } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { SortableList } from "@/components/ui/sortable-list";
import { deskCategoryPath } from "@/lib/desk-urls";
import type { CategoryEntry, CategoryNode } from "@/lib/taxonomy/types";
import type { FormAction } from "@/lib/web/action-state";
import { CategoryOptions } from "./category-options";

type Node = CategoryNode<CategoryEntry>;
type CategoriesScreenProps = { categories: Node[]; actions: { create: FormAction<never>; order: FormAction<void> } };

/** All categories in their order. */
export function CategoriesScreen({ categories, actions }: CategoriesScreenProps): ReactElement {
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button
      look="primary"
      onClick={() => {
        setAdding(true);
      }}
    >
      New category
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Categories"
        description="Every article is in one of them, and its address starts with it. Their order is that of the home page."
        actions={add}
      />
      {categories.length === 0 ? (
        <EmptyState icon={FolderTree} title="No category yet" action={add}>
          Articles need one before they can be published.
        </EmptyState>
      ) : (
        // A new key after every change of the list: what was moved here and not saved would no longer fit.
        <CategoryOrder key={categories.map(({ id }) => id).join()} categories={categories} action={actions.order} />
      )}
      <Dialog open={isAdding} onOpenChange={setAdding} title="New category">
        <NewCategoryForm categories={categories} action={actions.create} />
      </Dialog>
    </>
  );
}

function CategoryOrder({ categories, action }: { categories: Node[]; action: FormAction<void> }): ReactElement {
  const [ordered, setOrdered] = useState(categories);
  const isChanged = ordered.some(({ id }, index) => id !== categories[index]?.id);
  return (
    <ActionForm action={action} className="gap-4 grid">
      {ordered.map(({ id }) => (
        <input key={id} type="hidden" name="ids" value={id} />
      ))}
      <SortableList
        label="Categories"
        items={ordered}
        idOf={({ id }) => String(id)}
        nameOf={({ name }) => name}
        onChange={setOrdered}
      >
        {(category) => <CategoryRow category={category} />}
      </SortableList>
      {isChanged && (
        <div className="gap-2 flex flex-wrap">
          <SubmitButton>Save this order</SubmitButton>
          <Button
            onClick={() => {
              setOrdered(categories);
            }}
          >
            Back to the saved order
          </Button>
        </div>
      )}
    </ActionForm>
  );
}

function CategoryRow({ category }: { category: Node }): ReactElement {
  const { id, name, path, depth, articles, live } = category;
  return (
    <div style={{ paddingInlineStart: `${String(depth * 1.25)}rem` }}>
      <Link href={deskCategoryPath(id)} className="font-semibold hover:underline">
        {name}
      </Link>
      <p className="text-sm text-quiet break-words">
        {path} · {articles === 1 ? "1 article" : `${articles.toLocaleString("en-US")} articles`},{" "}
        {live.toLocaleString("en-US")} live
      </p>
    </div>
  );
}

function NewCategoryForm({ categories, action }: { categories: Node[]; action: FormAction<never> }): ReactElement {
  return (
    <ActionForm action={action} className="gap-4 grid">
      <input type="hidden" name="position" value={categories.length} />
      <Field label="Name" name="name">
        <TextInput required maxLength={80} />
      </Field>
      <Field
        label="Address"
        name="slug"
        hint="The first part of the address of all its articles: small letters, digits and hyphens"
      >
        <TextInput required maxLength={120} autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label="Description" name="description" hint="For readers and search engines">
        <TextArea maxLength={500} />
      </Field>
      <Field label="Below" name="parentId">
        <Select defaultValue="">
          <option value="">No other category</option>
          <CategoryOptions categories={categories} />
        </Select>
      </Field>
      <DialogActions>
        <SubmitButton>Add the category</SubmitButton>
      </DialogActions>
    </ActionForm>
  );
}
