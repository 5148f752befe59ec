"use client";
import { LifeBuoy } from "lucide-react";
import Link from "next/link";
import { useState, type ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SortableList } from "@/components/ui/sortable-list";
import { deskHelplinePath, deskNewHelplinePath } from "@/lib/desk-urls";
import type { HelplineRecord } from "@/lib/helplines/types";
import type { FormAction } from "@/lib/web/action-state";

type HelplinesScreenProps = { helplines: HelplineRecord[]; order: FormAction<void> };

/** All help lines in the order readers see. */
export function HelplinesScreen({ helplines, order }: HelplinesScreenProps): ReactElement {
  const add = (
    <LinkButton look="primary" href={deskNewHelplinePath}>
      New help line
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Help lines"
        description="Where readers in a crisis find help, in this order. Check the numbers often: they change."
        actions={add}
      />
      {helplines.length === 0 ? (
        <EmptyState icon={LifeBuoy} title="No help line yet" action={add}>
          Articles with a crisis box show these numbers.
        </EmptyState>
      ) : (
        <HelplineOrder key={helplines.map(({ id }) => id).join()} helplines={helplines} action={order} />
      )}
    </>
  );
}

function HelplineOrder({ helplines, action }: { helplines: HelplineRecord[]; action: FormAction<void> }): ReactElement {
  const [ordered, setOrdered] = useState(helplines);
  const isChanged = ordered.some(({ id }, index) => id !== helplines[index]?.id);
  return (
    <ActionForm action={action} className="gap-4 grid">
      {ordered.map(({ id }) => (
        <input key={id} type="hidden" name="ids" value={id} />
      ))}
      {isChanged && (
        <div className="top-2 gap-2 sticky z-10 flex flex-wrap">
          <SubmitButton>Save this order</SubmitButton>
          <Button
            onClick={() => {
              setOrdered(helplines);
            }}
          >
            Back to the saved order
          </Button>
        </div>
      )}
      <SortableList
        label="Help lines"
        items={ordered}
        idOf={({ id }) => id}
        nameOf={({ name, country }) => `${name}, ${country}`}
        onChange={setOrdered}
      >
        {({ id, name, country, phone, asOf }) => (
          <>
            <Link href={deskHelplinePath(id)} className="font-semibold hover:underline">
              {name}
            </Link>
            <p className="text-sm text-quiet break-words">
              {[country, phone.join(", "), asOf ? `checked ${asOf}` : "never checked"].filter(Boolean).join(" · ")}
            </p>
          </>
        )}
      </SortableList>
    </ActionForm>
  );
}
