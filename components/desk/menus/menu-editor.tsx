"use client";
import { Trash2 } from "lucide-react";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field, TextInput } from "@/components/ui/field";
import { SortableList } from "@/components/ui/sortable-list";
import type { FormAction } from "@/lib/web/action-state";

export type EditedMenu = { menu: "header" | "footer"; version: number; links: { label: string; href: string }[] };
export type LinkChoice = { label: string; href: string };

/** A link with a name of its own, so that it keeps its place in the page while it moves. */
type Row = { key: string; label: string; href: string };

const titles = { header: "Header", footer: "Footer" } as const;

type MenuEditorProps = { menu: EditedMenu; suggestions: LinkChoice[]; action: FormAction<number> };

/** One menu: its links, their words and their order. Saved as a whole. */
export function MenuEditor({ menu, suggestions, action }: MenuEditorProps): ReactElement {
  const [rows, setRows] = useState<Row[]>(() =>
    menu.links.map((link, index) => ({ key: `saved-${String(index)}`, ...link })),
  );
  const [added, setAdded] = useState(0);
  const change = (key: string, given: Partial<Row>): void => {
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...given } : row)));
  };
  const add = (link: LinkChoice): void => {
    setRows((before) => [...before, { key: `added-${String(added)}`, ...link }]);
    setAdded(added + 1);
  };
  const unused = suggestions.filter(({ href }) => !rows.some((row) => row.href === href));
  return (
    <Card title={titles[menu.menu]}>
      <ActionForm action={action} className="gap-4 grid" aria-label={`${titles[menu.menu]} menu`}>
        <input type="hidden" name="menu" value={menu.menu} />
        <input type="hidden" name="expectedVersion" value={menu.version} />
        <input type="hidden" name="links" value={JSON.stringify(rows.map(({ label, href }) => ({ label, href })))} />
        {rows.length === 0 && <p className="text-quiet">This menu is empty. Readers see nothing of it.</p>}
        <SortableList
          label={`Links of the ${menu.menu}`}
          items={rows}
          idOf={({ key }) => key}
          nameOf={({ label }) => label || "the new link"}
          onChange={setRows}
        >
          {(row, index) => (
            <LinkFields
              row={row}
              index={index}
              onChange={(given) => {
                change(row.key, given);
              }}
              onRemove={() => {
                setRows(rows.filter(({ key }) => key !== row.key));
              }}
            />
          )}
        </SortableList>
        <AddLink unused={unused} onAdd={add} />
        <div>
          <SubmitButton>Save the menu</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

type LinkFieldsProps = { row: Row; index: number; onChange: (given: Partial<Row>) => void; onRemove: () => void };

function LinkFields({ row, index, onChange, onRemove }: LinkFieldsProps): ReactElement {
  const name = row.label || "the new link";
  return (
    <div className="gap-2 sm:grid-cols-[1fr_1fr_auto] grid items-end">
      <Field label="Words" name={`links.${String(index)}.label`}>
        <TextInput
          value={row.label}
          maxLength={60}
          onChange={(event) => {
            onChange({ label: event.currentTarget.value });
          }}
        />
      </Field>
      <Field label="Leads to" name={`links.${String(index)}.href`}>
        <TextInput
          value={row.href}
          list="menu-targets"
          maxLength={500}
          spellCheck={false}
          autoCapitalize="none"
          placeholder="/news or https://…"
          onChange={(event) => {
            onChange({ href: event.currentTarget.value });
          }}
        />
      </Field>
      <Button look="quiet" aria-label={`Remove ${name}`} onClick={onRemove}>
        <Trash2 aria-hidden className="size-4" />
      </Button>
    </div>
  );
}

function AddLink({ unused, onAdd }: { unused: LinkChoice[]; onAdd: (link: LinkChoice) => void }): ReactElement {
  return (
    <details className="rounded-md border-line border">
      <summary className="px-3 py-2 font-semibold">Add a link</summary>
      <div className="gap-2 px-3 pb-3 flex flex-wrap">
        <Button
          size="small"
          onClick={() => {
            onAdd({ label: "", href: "" });
          }}
        >
          Another address
        </Button>
        {unused.map((link) => (
          <Button
            key={link.href}
            size="small"
            onClick={() => {
              onAdd({ label: link.label, href: link.href });
            }}
          >
            {link.label}
          </Button>
        ))}
      </div>
    </details>
  );
}
