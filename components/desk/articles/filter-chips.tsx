import { X } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { withoutPlace, type ListAddress } from "@/lib/articles/list-address";
import { deskArticleListPath } from "@/lib/desk-urls";
import { dayInWords } from "@/lib/site-days";
import type { Choice, ListChoices } from "@/lib/articles/list-choices";

/** The filters that hold, each with a way to take it off. */
export function FilterChips({ address, choices }: { address: ListAddress; choices: ListChoices }): ReactElement | null {
  const chips = chipsOf(address, choices);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters that hold" className="mb-4 gap-2 flex flex-wrap">
      {chips.map(({ name, words }) => (
        <li key={name}>
          <Link
            href={deskArticleListPath(withoutFilter(address, name))}
            aria-label={`Take off the filter ${words}`}
            className="gap-1 border-line-strong bg-raised px-2.5 py-1 text-sm hover:bg-sunken inline-flex items-center rounded-full border"
          >
            {words}
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

type FilterName = "q" | "category" | "tag" | "author" | "reviewer" | "assigned" | "from" | "to" | "mine";
type Chip = { name: FilterName; words: string };

function chipsOf(address: ListAddress, choices: ListChoices): Chip[] {
  const named = (name: FilterName, label: string, id: number | undefined, from: Choice[]): Chip[] => {
    if (id === undefined) return [];
    return [{ name, words: `${label}: ${from.find((choice) => choice.id === id)?.name ?? "not there any more"}` }];
  };
  const told = (name: FilterName, words: string | undefined): Chip[] => (words === undefined ? [] : [{ name, words }]);
  return [
    ...told("q", address.q && `Words: ${address.q}`),
    ...named("category", "Category", address.category, choices.categories),
    ...named("tag", "Tag", address.tag, choices.tags),
    ...named("author", "Author", address.author, choices.people),
    ...named("reviewer", "Reviewer", address.reviewer, choices.people),
    ...named("assigned", "Assigned to", address.assigned, choices.accounts),
    ...told("from", address.from && `From ${dayInWords(address.from)}`),
    ...told("to", address.to && `To ${dayInWords(address.to)}`),
    ...told("mine", address.mine && "Only mine"),
  ];
}

function withoutFilter(address: ListAddress, name: FilterName): ListAddress {
  const { [name]: _filter, ...rest } = withoutPlace(address);
  return rest;
}
