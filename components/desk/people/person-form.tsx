"use client";
import { useState, type ReactElement, type ReactNode } from "react";
import { PictureField, type FieldPicture } from "@/components/desk/media/picture-field";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field, Select, TextArea, TextInput } from "@/components/ui/field";
import type { FormAction } from "@/lib/web/action-state";

type PersonLink = { label: string; href: string };

export type PersonValues = {
  name?: string;
  slug?: string;
  kind: "person" | "desk";
  jobTitle?: string | null;
  credentials?: string | null;
  licence?: string | null;
  orcid?: string | null;
  bio?: string;
  links: PersonLink[];
  portrait?: FieldPicture | null;
};

type PersonFormProps = {
  initial: PersonValues;
  action: FormAction<unknown>;
  submit: string;
  /** Hidden fields. */
  children?: ReactNode;
};

/** Everything about one author page. */
export function PersonForm({ initial, action, submit, children }: PersonFormProps): ReactElement {
  return (
    <ActionForm action={action} className="gap-4 max-w-3xl grid">
      {children}
      <Field label="Name" name="name">
        <TextInput defaultValue={initial.name} required maxLength={120} />
      </Field>
      <Field
        label="Address"
        name="slug"
        hint={
          initial.slug
            ? "When it changes, the old address leads to the new one."
            : "Left empty, it is made of the name."
        }
      >
        <TextInput defaultValue={initial.slug} maxLength={120} spellCheck={false} autoCapitalize="none" />
      </Field>
      <Field label="Kind" name="kind">
        <Select defaultValue={initial.kind}>
          <option value="person">A person</option>
          <option value="desk">A desk of the newsroom</option>
        </Select>
      </Field>
      <QualificationFields initial={initial} />
      <Field label="About" name="bio" hint="A few sentences for readers">
        <TextArea defaultValue={initial.bio} rows={5} maxLength={2000} />
      </Field>
      <LinksField initial={initial.links} />
      <PictureField label="Portrait" name="portraitId" initial={initial.portrait ?? null} />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function QualificationFields({ initial }: { initial: PersonValues }): ReactElement {
  return (
    <div className="gap-4 sm:grid-cols-2 grid items-start">
      <Field label="Role" name="jobTitle" hint="What they do here, for example Health editor">
        <TextInput defaultValue={initial.jobTitle ?? ""} maxLength={120} />
      </Field>
      <Field label="Credentials" name="credentials" hint="Degrees, as printed behind the name">
        <TextInput defaultValue={initial.credentials ?? ""} maxLength={200} />
      </Field>
      <Field label="Licence" name="licence" hint="With its number, and who keeps the register">
        <TextInput defaultValue={initial.licence ?? ""} maxLength={200} />
      </Field>
      <Field label="ORCID iD" name="orcid" hint="For example 0000-0002-1825-0097">
        <TextInput defaultValue={initial.orcid ?? ""} maxLength={60} spellCheck={false} autoCapitalize="none" />
      </Field>
    </div>
  );
}

function LinksField({ initial }: { initial: PersonLink[] }): ReactElement {
  const [links, setLinks] = useState(initial);
  const change = (index: number, given: Partial<PersonLink>): void => {
    setLinks(links.map((link, at) => (at === index ? { ...link, ...given } : link)));
  };
  return (
    <fieldset className="gap-3 grid">
      <legend className="font-semibold">Links</legend>
      <input type="hidden" name="links" value={JSON.stringify(links)} />
      {links.map((link, index) => (
        // Links have no identity of their own; their place is their name in the form.
        <div key={index} className="gap-2 sm:grid-cols-[1fr_2fr_auto] grid items-end">
          <Field label="Words" name={`links.${String(index)}.label`}>
            <TextInput
              value={link.label}
              maxLength={60}
              onChange={(event) => {
                change(index, { label: event.currentTarget.value });
              }}
            />
          </Field>
          <Field label="Address" name={`links.${String(index)}.href`}>
            <TextInput
              value={link.href}
              maxLength={500}
              placeholder="https://…"
              spellCheck={false}
              autoCapitalize="none"
              onChange={(event) => {
                change(index, { href: event.currentTarget.value });
              }}
            />
          </Field>
          <Button
            aria-label={`Remove the link ${link.label || String(index + 1)}`}
            onClick={() => {
              setLinks(links.filter((_, at) => at !== index));
            }}
          >
            Remove
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          disabled={links.length >= 10}
          onClick={() => {
            setLinks([...links, { label: "", href: "" }]);
          }}
        >
          Add a link
        </Button>
      </div>
    </fieldset>
  );
}
