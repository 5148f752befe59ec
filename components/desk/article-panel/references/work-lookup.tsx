"use client";
import { Search } from "lucide-react";
import { useState, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { deskCitationLookupPath } from "@/lib/desk-urls";
import type { Citation } from "@/lib/richtext/citation";
import { askDesk } from "../ask-desk";
import { readWorkIdentifier } from "./work-identifier";

type WorkLookupProps = {
  /** Keys that the list has already. */
  taken: readonly string[];
  onFound: (citation: Citation) => void;
};

/** Finds a work by what names it, so that nobody has to type what a registry knows. */
export function WorkLookup(props: WorkLookupProps): ReactElement {
  const { typed, type, pending, problem, found, lookUp } = useWorkLookup(props);
  return (
    <form
      className="gap-2 grid"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!pending) void lookUp();
      }}
    >
      <Field
        label="DOI, PubMed number or address"
        name="lookup"
        hint="For example 10.1037/pst0000172, or the address of a guideline."
        error={problem}
      >
        <TextInput
          value={typed}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            type(target.value);
          }}
        />
      </Field>
      <Button type="submit" pending={pending} size="small" className="justify-self-start">
        {!pending && <Search aria-hidden className="size-4" />}
        Look up
      </Button>
      <p role="status" className="text-sm text-good empty:hidden">
        {found && "Found. Compare the fields below with the work, then add it."}
      </p>
    </form>
  );
}

function useWorkLookup({ taken, onFound }: WorkLookupProps) {
  const [typed, setTyped] = useState("");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [found, setFound] = useState(false);
  const lookUp = async (): Promise<void> => {
    const work = readWorkIdentifier(typed);
    if (!work) {
      setProblem("This is no DOI, no PubMed number and no address. Fill in the fields below by hand.");
      return;
    }
    setPending(true);
    setProblem(null);
    setFound(false);
    try {
      const body = { [work.kind]: work.value, taken };
      onFound(await askDesk<Citation>(deskCitationLookupPath, { method: "POST", body }));
      setFound(true);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "The search did not work. Fill in the fields below by hand.");
    } finally {
      setPending(false);
    }
  };
  const type = (text: string): void => {
    setTyped(text);
    setProblem(null);
  };
  return { typed, type, pending, problem, found, lookUp };
}
