"use client";
import { useEffect, useRef, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Field, Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { articlePath } from "@/lib/article-path";
import { slugOfHeadline } from "@/lib/articles/automatic-slug";
import { categoryTree } from "@/lib/taxonomy/policy";
import { chooseTagNamed, searchTags, tagsById } from "../desk-lookups";
import { usePanel } from "../panel-context";
import { PanelGroup } from "../panel-group";
import type { TagChoice } from "../panel-types";
import { PickedList } from "../picked-list";
import { SearchPicker } from "../search-picker";
import { useCopyDraft } from "../use-draft";
import { useKnown } from "../use-known";

/** lib/articles/schema.ts refuses more. */
const mostTags = 12;

/** Where the article stands on the site: address, category, tags. */
export function AddressSection(): ReactElement {
  const { published } = usePanel();
  return (
    <>
      <SlugField />
      <CategoryField />
      {published && (
        <Notice>
          Readers know this article already. When a change of the address or the category is published, the old address
          leads to the new one from that moment on.
        </Notice>
      )}
      <TagsField />
    </>
  );
}

function SlugField(): ReactElement {
  const { copy, choices, site, published, editable, onChange } = usePanel();
  const { text, problem, type, settle, reset } = useCopyDraft("slug");
  const category = choices.categories.find(({ id }) => id === copy.categoryId);
  const made = slugOfHeadline(copy.headline);
  const path = articlePath({ categorySlug: category?.slug ?? "…", slug: copy.slug });
  return (
    <div className="gap-1.5 grid">
      <Field
        label="Address"
        name="slug"
        error={problem}
        hint={published ? "The last part of the address." : "Follows the headline until you write your own."}
      >
        <TextInput
          value={text}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            type(event.target.value);
          }}
          onBlur={settle}
        />
      </Field>
      <p className="text-sm text-quiet wrap-anywhere">
        {site.url.replace(/^https?:\/\//, "")}
        {path}
      </p>
      <Button
        size="small"
        className="justify-self-start"
        disabled={!editable || made === null || (made === copy.slug && problem === null)}
        onClick={() => {
          reset();
          if (made !== null) onChange({ slug: made });
        }}
      >
        Make from headline
      </Button>
    </div>
  );
}

function CategoryField(): ReactElement {
  const { copy, choices, onChange } = usePanel();
  const tree = categoryTree(choices.categories);
  const isThere = copy.categoryId === null || tree.some(({ id }) => id === copy.categoryId);
  return (
    <Field
      label="Category"
      name="categoryId"
      error={isThere ? null : "Its category is no longer there. Choose another."}
    >
      <Select
        value={isThere ? (copy.categoryId ?? "") : "gone"}
        onChange={({ target }) => {
          onChange({ categoryId: target.value === "" ? null : Number(target.value) });
        }}
      >
        <option value="">Not chosen yet</option>
        {!isThere && (
          <option value="gone" disabled>
            No longer there
          </option>
        )}
        {tree.map(({ id, name, depth }) => (
          <option key={id} value={id}>
            {"\u00A0\u00A0\u00A0".repeat(depth) + name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function TagsField(): ReactElement {
  const { copy, choices, onChange } = usePanel();
  const { tagIds } = copy;
  const known = useKnown(choices.tags, tagIds, tagsById);
  // A tag that has to be made first comes a moment later, when the list may be another one.
  const latest = useRef(tagIds);
  useEffect(() => {
    latest.current = tagIds;
  }, [tagIds]);
  const add = (tag: TagChoice): void => {
    known.add(tag);
    const before = latest.current;
    if (!before.includes(tag.id) && before.length < mostTags) onChange({ tagIds: [...before, tag.id] });
  };
  const isFull = tagIds.length >= mostTags;
  return (
    <PanelGroup
      label="Tags"
      field="tagIds"
      hint={
        isFull
          ? `These are ${String(mostTags)}; there is room for no more.`
          : `The most important first, up to ${String(mostTags)}.`
      }
    >
      <PickedList
        ids={tagIds}
        nameOf={known.nameOf}
        onChange={(ids) => {
          onChange({ tagIds: ids });
        }}
      >
        <SearchPicker
          label="Add tags"
          placeholder="Type a tag…"
          search={searchTags}
          detail={({ articles }) => (articles === undefined ? null : articleCount(articles))}
          chosen={tagIds}
          disabled={isFull}
          onPick={add}
          onCreate={async (words) => {
            add(await chooseTagNamed(words));
          }}
        />
      </PickedList>
    </PanelGroup>
  );
}

function articleCount(count: number): string {
  return count === 1 ? "1 article" : `${count.toLocaleString("en-US")} articles`;
}
