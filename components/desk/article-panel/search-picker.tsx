"use client";
import { Command } from "cmdk";
import { Check, Plus } from "lucide-react";
import { useState, type ReactElement, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { useDeskSearch, type DeskSearch } from "./use-desk-search";

type Choice = { id: number; name: string };

type SearchPickerProps<Item extends Choice> = {
  /** What the button that opens it says. */
  label: string;
  placeholder: string;
  search: DeskSearch<Item>;
  /** Shown behind the name. */
  detail?: (item: Item) => ReactNode;
  chosen: readonly number[];
  onPick: (item: Item) => void;
  /** Makes what was typed. Rejects with words that may be shown. */
  onCreate?: (words: string) => Promise<void>;
  /** Closes after one choice. */
  single?: boolean;
  disabled?: boolean;
};

/** A button that opens a list to search and choose from; by keyboard as by pointer. */
export function SearchPicker<Item extends Choice>(props: SearchPickerProps<Item>): ReactElement {
  const { label, disabled, single, onPick } = props;
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      className="p-0!"
      trigger={
        <Button size="small" disabled={disabled} data-picker className="justify-self-start">
          <Plus aria-hidden className="size-4" />
          {label}
        </Button>
      }
    >
      <PickerList
        {...props}
        onPick={(item) => {
          onPick(item);
          if (single) setOpen(false);
        }}
      />
    </Popover>
  );
}

const rowClass =
  "flex min-h-9 cursor-pointer items-center gap-2 rounded px-2 py-1.5 data-[disabled=true]:cursor-default data-[disabled=true]:text-quiet data-[selected=true]:bg-sunken";

function PickerList<Item extends Choice>(props: SearchPickerProps<Item>): ReactElement {
  const { label, placeholder, search, detail, chosen, onPick, onCreate } = props;
  const [words, setWords] = useState("");
  const { answer, problem } = useDeskSearch(words, search);
  const creation = useCreation(onCreate, () => {
    setWords("");
  });
  const items = answer?.items ?? [];
  const typed = words.trim();
  const isThere = items.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const mayCreate = typed !== "" && !isThere && onCreate !== undefined && answer?.adding?.allowed === true;
  return (
    <Command label={label} shouldFilter={false} loop>
      <Command.Input
        value={words}
        onValueChange={setWords}
        placeholder={placeholder}
        className="rounded-t-md border-line px-3 py-2.5 placeholder:text-quiet w-full border-b bg-transparent -outline-offset-2!"
      />
      <Command.List label={`Choices for “${label}”`} className="max-h-64 p-1.5 overflow-y-auto">
        {items.map((item) => (
          <PickerRow
            key={item.id}
            id={item.id}
            isChosen={chosen.includes(item.id)}
            onSelect={() => {
              onPick(item);
              setWords("");
            }}
          >
            {item.name} {detail && <span className="text-sm text-quiet">{detail(item)}</span>}
          </PickerRow>
        ))}
        {mayCreate && (
          <Command.Item
            value="create"
            className={rowClass}
            disabled={creation.pending}
            onSelect={() => {
              creation.run(typed);
            }}
          >
            <Plus aria-hidden className="size-4 shrink-0" />
            <span className="min-w-0 wrap-anywhere">Add “{typed}”</span>
          </Command.Item>
        )}
      </Command.List>
      <p role="status" className="px-3.5 pb-2 text-sm text-quiet empty:hidden">
        {creation.problem ?? problem ?? statusWords(answer, typed, mayCreate)}
      </p>
    </Command>
  );
}

type PickerRowProps = { id: number; isChosen: boolean; onSelect: () => void; children: ReactNode };

function PickerRow({ id, isChosen, onSelect, children }: PickerRowProps): ReactElement {
  return (
    <Command.Item value={String(id)} disabled={isChosen} className={rowClass} onSelect={onSelect}>
      <span className="min-w-0 flex-1 wrap-anywhere">{children}</span>
      {isChosen && (
        <>
          <Check aria-hidden className="size-4 shrink-0" />
          <span className="sr-only">(chosen already)</span>
        </>
      )}
    </Command.Item>
  );
}

type Answer = { items: readonly unknown[]; adding?: { allowed: true } | { allowed: false; reason: string } };

function statusWords(answer: Answer | null, typed: string, mayCreate: boolean): string | null {
  if (answer === null) return "Searching…";
  if (answer.items.length > 0 || mayCreate) return null;
  const nothing = typed === "" ? "There is nothing to choose from yet." : "Nothing has these words.";
  return answer.adding && !answer.adding.allowed ? `${nothing} ${answer.adding.reason}` : nothing;
}

function useCreation(create: ((words: string) => Promise<void>) | undefined, onDone: () => void) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = (words: string): void => {
    if (!create || pending) return;
    setPending(true);
    setProblem(null);
    create(words)
      .then(onDone, (error: unknown) => {
        setProblem(error instanceof Error ? error.message : "This did not work. Try again.");
      })
      .finally(() => {
        setPending(false);
      });
  };
  return { pending, problem, run };
}
