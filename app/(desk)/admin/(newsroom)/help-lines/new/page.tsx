import type { Metadata } from "next";
import { HelplineForm } from "@/components/desk/help-lines/help-line-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { authorise } from "@/lib/auth/permissions";
import { deskHelplinesPath } from "@/lib/desk-urls";
import { deskPage } from "../../desk-page";
import { createHelplineAction } from "../actions";

export const metadata: Metadata = { title: "New help line" };

export default deskPage((user) => {
  authorise(user, "site.configure");
  return Promise.resolve(
    <>
      <PageHeader title="New help line" actions={<LinkButton href={deskHelplinesPath}>All help lines</LinkButton>} />
      <HelplineForm helpline={null} action={createHelplineAction} />
    </>,
  );
});
