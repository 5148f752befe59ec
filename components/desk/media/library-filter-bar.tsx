"use client";
import { Search } from "lucide-react";
import Form from "next/form";
import { useId, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { deskMediaListPath, deskMediaPath, type MediaListAddress } from "@/lib/desk-urls";

/** Searches the library, in the folder that is open. */
export function LibraryFilterBar({ address }: { address: MediaListAddress }): ReactElement {
  const id = useId();
  const { q = "", folder = "", unused = false } = address;
  return (
    <Form
      // Typed text follows the address when one goes back.
      key={`${q} ${folder} ${String(unused)}`}
      action={deskMediaPath}
      role="search"
      aria-label="Pictures"
      className="gap-x-3 gap-y-2 flex flex-wrap items-center"
    >
      {folder !== "" && <input type="hidden" name="folder" value={folder} />}
      <label htmlFor={id} className="sr-only">
        Search pictures by name, alternative text or credit
      </label>
      <input
        id={id}
        name="q"
        type="search"
        defaultValue={q}
        maxLength={200}
        placeholder="Name, alternative text or credit"
        className={`${controlClass} min-h-10 max-w-sm basis-48 flex-1`}
      />
      <label className="gap-2 flex items-center">
        <input type="checkbox" name="unused" value="1" defaultChecked={unused} className="size-4 accent-(--accent)" />
        Only unused
      </label>
      <Button type="submit">
        <Search aria-hidden className="size-4" />
        Search
      </Button>
      {(q !== "" || unused) && (
        <LinkButton look="quiet" href={deskMediaListPath({ folder })}>
          Clear
        </LinkButton>
      )}
    </Form>
  );
}
