import type { ReactElement } from "react";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { deskHelplinesPath } from "@/lib/desk-urls";
import type { HelplineRecord } from "@/lib/helplines/types";
import type { FormAction } from "@/lib/web/action-state";
import { HelplineForm } from "./help-line-form";

type HelplineScreenProps = {
  helpline: HelplineRecord;
  actions: { save: FormAction<unknown>; remove: FormAction<never> };
};

/** One help line. */
export function HelplineScreen({ helpline, actions }: HelplineScreenProps): ReactElement {
  const { id, name, country, version, sourceUrl } = helpline;
  return (
    <>
      <PageHeader
        title={name}
        description={country}
        actions={
          <>
            <LinkButton href={deskHelplinesPath}>All help lines</LinkButton>
            <LinkButton href={sourceUrl} rel="noreferrer" prefetch={false}>
              Open the source
            </LinkButton>
          </>
        }
      />
      <div className="gap-6 max-w-3xl grid">
        <Card title="Help line">
          <HelplineForm helpline={helpline} action={actions.save} />
        </Card>
        <Card title="Delete">
          <ConfirmButton
            look="danger"
            action={actions.remove}
            fields={{ id, expectedVersion: version }}
            title={`Delete ${name}?`}
            explanation="Readers no longer find it in the crisis boxes."
            confirm="Delete the help line"
          >
            Delete the help line
          </ConfirmButton>
        </Card>
      </div>
    </>
  );
}
