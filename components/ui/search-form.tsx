import { Search } from "lucide-react";
import Form from "next/form";
import { useId, type ReactElement, type ReactNode } from "react";
import { Button } from "./button";
import { controlClass } from "./field";

type SearchFormProps = {
  /** Where the words are sent to. */
  action: string;
  /** Name of the words in the address. */
  name: string;
  label: string;
  words: string;
  placeholder?: string;
  /** Hidden fields that the address keeps. */
  children?: ReactNode;
};

/** One field that asks a list for words. Works by address, so that a search can be linked and stepped back from. */
export function SearchForm({ action, name, label, words, placeholder, children }: SearchFormProps): ReactElement {
  const id = useId();
  return (
    <Form action={action} role="search" aria-label={label} className="gap-2 min-w-0 basis-64 flex flex-1">
      {children}
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        key={words}
        id={id}
        type="search"
        name={name}
        defaultValue={words}
        maxLength={200}
        placeholder={placeholder ?? label}
        className={`${controlClass} min-h-10`}
      />
      <Button type="submit" aria-label={label} className="shrink-0">
        <Search aria-hidden className="size-4" />
      </Button>
    </Form>
  );
}
