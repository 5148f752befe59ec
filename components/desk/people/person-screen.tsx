import type { ReactElement } from "react";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { deskPeoplePath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";
import { PersonForm, type PersonValues } from "./person-form";

type PersonScreenProps = {
  id: number;
  version: number;
  /** Where readers find it. */
  path: string;
  initial: PersonValues;
  actions: { save: FormAction<number>; remove: FormAction<never> };
};

/** One author page. */
export function PersonScreen({ id, version, path, initial, actions }: PersonScreenProps): ReactElement {
  const name = initial.name ?? "";
  return (
    <>
      <PageHeader
        title={name}
        actions={
          <>
            <LinkButton href={deskPeoplePath}>All people</LinkButton>
            <LinkButton href={path} prefetch={false}>
              See the page
            </LinkButton>
          </>
        }
      />
      <div className="gap-6 max-w-3xl grid">
        <Card title="Author page">
          <PersonForm initial={initial} action={actions.save} submit="Save">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="expectedVersion" value={version} />
          </PersonForm>
        </Card>
        <Card title="Delete" description="Possible while no article names them.">
          <ConfirmButton
            look="danger"
            action={actions.remove}
            fields={{ id, expectedVersion: version }}
            title={`Delete the author page of ${name}?`}
            explanation="The page is removed, and its address leads nowhere."
            confirm="Delete the author page"
          >
            Delete the author page
          </ConfirmButton>
        </Card>
      </div>
    </>
  );
}
