import type { Metadata } from "next";
import type { ReactElement } from "react";
import { FirstAdministratorForm } from "@/components/desk/sign-in/account-forms";
import { DeadLink } from "@/components/desk/sign-in/dead-link";
import { FormHeading } from "@/components/desk/sign-in/form-parts";
import { deskSignInPath } from "@/lib/desk-urls";
import { becomeFirstAdministrator } from "../../actions";
import { openLinkOrReason } from "../../open-link";

export const metadata: Metadata = { title: "First administrator" };

type PageProps = { params: Promise<{ token: string }> };

export default async function FirstAdministratorPage({ params }: PageProps): Promise<ReactElement> {
  const { token } = await params;
  const { link, reason } = await openLinkOrReason("first_administrator", token);
  if (!link) return <DeadLink reason={reason} href={deskSignInPath} label="To sign-in" />;
  return (
    <>
      <FormHeading title="The first administrator">
        <p>This makes your account, with which you run the site and invite everybody else.</p>
      </FormHeading>
      <FirstAdministratorForm token={token} action={becomeFirstAdministrator} />
    </>
  );
}
