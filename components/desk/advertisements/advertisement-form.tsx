"use client";
import { useState, type ReactElement, type ReactNode } from "react";
import { PictureField, type FieldPicture } from "@/components/desk/media/picture-field";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, Select, TextArea, TextInput } from "@/components/ui/field";
import { advertisementSlots, slotFacts, type AdvertisementSlot } from "@/lib/advertising/slots";
import type { FormAction } from "@/lib/web/action-state";

export type AdvertisementValues = {
  name?: string;
  slot: AdvertisementSlot;
  picture?: FieldPicture | null;
  alt?: string;
  href?: string | null;
  html?: string | null;
  width: number;
  height: number;
  enabled: boolean;
  /** As datetime-local fields have them. */
  startsAt?: string;
  endsAt?: string;
};

type AdvertisementFormProps = {
  initial: AdvertisementValues;
  timeZone: string;
  action: FormAction<unknown>;
  submit: string;
  /** Hidden fields. */
  children?: ReactNode;
};

/** Everything about one advertisement. */
export function AdvertisementForm({
  initial,
  timeZone,
  action,
  submit,
  children,
}: AdvertisementFormProps): ReactElement {
  const [kind, setKind] = useState(initial.html ? "html" : "image");
  return (
    <ActionForm action={action} className="gap-4 max-w-3xl grid">
      {children}
      <Field label="Name" name="name" hint="For the desk only">
        <TextInput defaultValue={initial.name} required maxLength={80} />
      </Field>
      <SlotField initial={initial.slot} />
      <SizeFields initial={initial} />
      <Field label="Shows" name="kind">
        <Select
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value);
          }}
        >
          <option value="image">A picture with a link</option>
          <option value="html">HTML</option>
        </Select>
      </Field>
      <div hidden={kind !== "image"} className="gap-4 grid">
        <ImageFields initial={initial} />
      </div>
      <div hidden={kind !== "html"}>
        <Field
          label="HTML"
          name="content.html"
          hint="Text, emphasis, lists, links and pictures of our library. Scripts, styles, frames and forms are taken out."
        >
          <TextArea defaultValue={initial.html ?? ""} rows={8} spellCheck={false} className="font-mono" />
        </Field>
      </div>
      <TimeFields initial={initial} timeZone={timeZone} />
      <Checkbox name="enabled" label="Switched on" defaultChecked={initial.enabled} />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function SlotField({ initial }: { initial: AdvertisementSlot }): ReactElement {
  return (
    <Field label="Slot" name="slot">
      <Select defaultValue={initial}>
        {advertisementSlots.map((slot) => (
          <option key={slot} value={slot}>
            {`${slotFacts[slot].label}: ${slotFacts[slot].where}, about ${String(slotFacts[slot].width)} × ${String(slotFacts[slot].height)}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function SizeFields({ initial }: { initial: AdvertisementValues }): ReactElement {
  return (
    <div className="gap-4 grid grid-cols-2">
      <Field label="Width in pixels" name="width" hint="The box that the page keeps free">
        <TextInput type="number" min={20} max={1200} defaultValue={initial.width} required />
      </Field>
      <Field label="Height in pixels" name="height" hint="Nothing moves when it loads">
        <TextInput type="number" min={20} max={1200} defaultValue={initial.height} required />
      </Field>
    </div>
  );
}

function ImageFields({ initial }: { initial: AdvertisementValues }): ReactElement {
  return (
    <>
      <PictureField label="Picture" name="content.mediaId" initial={initial.picture ?? null} />
      <Field label="Words for who does not see it" name="content.alt" hint="What is advertised">
        <TextInput defaultValue={initial.alt} maxLength={300} />
      </Field>
      <Field label="Leads to" name="content.href" hint="An address with https://, or a page of ours that starts with /">
        <TextInput defaultValue={initial.href ?? ""} maxLength={500} spellCheck={false} autoCapitalize="none" />
      </Field>
    </>
  );
}

function TimeFields({ initial, timeZone }: { initial: AdvertisementValues; timeZone: string }): ReactElement {
  const hint = `In the site’s time zone, ${timeZone}`;
  return (
    <div className="gap-4 sm:grid-cols-2 grid">
      <Field label="Starts" name="startsAt" hint={`${hint}. Empty: at once`}>
        <TextInput type="datetime-local" defaultValue={initial.startsAt} />
      </Field>
      <Field label="Ends" name="endsAt" hint={`${hint}. Empty: never`}>
        <TextInput type="datetime-local" defaultValue={initial.endsAt} />
      </Field>
    </div>
  );
}
