"use client";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition, type ReactElement, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, Select, TextInput } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { listParameters, readListAddress, type ListAddress } from "@/lib/articles/list-address";
import { deskArticleListPath, deskArticlesPath } from "@/lib/desk-urls";
import type { Choice, ListChoices } from "@/lib/articles/list-choices";

type ListFiltersProps = { address: ListAddress; choices: ListChoices };

/** "" is what the list does by itself. Headings of columns sort, too, where there is room for them. */
const sortWords = [
  ["", "Last change"],
  ["published", "First publication"],
  ["created", "Start"],
  ["headline", "Headline"],
] as const;

/** The filters as a form whose answer is an address; also works before scripts have loaded. */
export function ListFilters({ address, choices }: ListFiltersProps): ReactElement {
  const router = useRouter();
  const [pending, start] = useTransition();
  const { state, trash, sort: _sort, q, cursor: _cursor, trail: _trail, ...narrow } = address;
  return (
    <form
      // A new form for each address: what stands in it follows Back and the links around it.
      key={listParameters(address).toString()}
      action={deskArticlesPath}
      method="get"
      role="search"
      aria-label="Articles"
      className="mb-4 gap-3 grid"
      onSubmit={(event) => {
        event.preventDefault();
        const asked = readListAddress(textsOf(new FormData(event.currentTarget)));
        start(() => {
          router.push(deskArticleListPath(asked));
        });
      }}
    >
      {state && <input type="hidden" name="state" value={state} />}
      {trash && <input type="hidden" name="trash" value="1" />}
      <div className="gap-2 flex flex-wrap items-center">
        <Field label="Words in the article" name="q" hideLabel className="min-w-48 max-w-xl flex-1">
          <TextInput type="search" placeholder="Search headlines and texts" defaultValue={q ?? ""} maxLength={200} />
        </Field>
        <Button type="submit" pending={pending}>
          <Search aria-hidden className="size-4" />
          Search
        </Button>
      </div>
      <details open={Object.keys(narrow).length > 0} className="rounded-lg border-line bg-raised border">
        <summary className="px-4 py-2 font-semibold">Filters</summary>
        <NarrowFilters address={address} choices={choices} pending={pending} />
      </details>
    </form>
  );
}

function NarrowFilters({ address, choices, pending }: ListFiltersProps & { pending: boolean }): ReactElement {
  const { state, trash, sort, mine } = address;
  return (
    <div className="px-4 pb-4 gap-3 sm:grid-cols-2 xl:grid-cols-3 grid">
      <ChoiceField label="Category" name="category" chosen={address.category} choices={choices.categories} />
      <ChoiceField label="Tag" name="tag" chosen={address.tag} choices={choices.tags} />
      <ChoiceField label="Author" name="author" chosen={address.author} choices={choices.people} />
      <ChoiceField label="Reviewer" name="reviewer" chosen={address.reviewer} choices={choices.people} />
      <ChoiceField label="Assigned to" name="assigned" chosen={address.assigned} choices={choices.accounts} />
      <DateFields address={address} />
      <Field label="Sort by" name="sort">
        <Select defaultValue={sort ?? ""}>
          {sortWords.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <div className="gap-3 sm:col-span-full flex flex-wrap items-center justify-between">
        <Checkbox label="Only mine" name="mine" value="1" defaultChecked={mine ?? false} />
        <span className="gap-2 flex">
          <LinkButton
            look="quiet"
            href={deskArticleListPath({
              ...(state && { state }),
              ...(trash && { trash }),
              ...(sort && { sort }),
            })}
          >
            Clear
          </LinkButton>
          <Button type="submit" look="primary" pending={pending}>
            Apply
          </Button>
        </span>
      </div>
    </div>
  );
}

function DateFields({ address }: { address: ListAddress }): ReactNode {
  return (
    <fieldset className="gap-3 grid grid-cols-2">
      <legend className="sr-only">Days</legend>
      <Field label="From" name="from">
        <TextInput type="date" defaultValue={address.from ?? ""} />
      </Field>
      <Field label="To" name="to">
        <TextInput type="date" defaultValue={address.to ?? ""} />
      </Field>
    </fieldset>
  );
}

type ChoiceFieldProps = { label: string; name: string; chosen: number | undefined; choices: Choice[] };

function ChoiceField({ label, name, chosen, choices }: ChoiceFieldProps): ReactElement {
  return (
    <Field label={label} name={name}>
      <Select defaultValue={chosen ?? ""}>
        <option value="">Any</option>
        {choices.map(({ id, name: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function textsOf(form: FormData): URLSearchParams {
  const texts = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") texts.append(name, value);
  return texts;
}
