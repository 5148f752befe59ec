import type { Metadata } from "next";
import type { ReactElement } from "react";
import { InvitationForm } from "@/components/desk/sign-in/account-forms";
import { DeadLink } from "@/components/desk/sign-in/dead-link";
import { FormHeading } from "@/components/desk/sign-in/form-parts";
import { deskSignInPath } from "@/lib/desk-urls";
import { acceptInvitationAction } from "../../actions";
import { openLinkOrReason } from "../../open-link";

export const metadata: Metadata = { title: "Invitation" };

type PageProps = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: PageProps): Promise<ReactElement> {
  const { token } = await params;
  const { link, reason } = await openLinkOrReason("invitation", token);
  if (!link) return <DeadLink reason={reason} href={deskSignInPath} label="To sign-in" />;
  return (
    <>
      <FormHeading title="Welcome">
        <p>
          You are invited to work here. Your role: {link.role}. You will sign in as {link.email}.
        </p>
      </FormHeading>
      <InvitationForm token={token} email={link.email} action={acceptInvitationAction} />
    </>
  );
}
