import type { Metadata } from "next";
import type { ReactElement } from "react";
import { ResetPasswordForm } from "@/components/desk/sign-in/account-forms";
import { DeadLink } from "@/components/desk/sign-in/dead-link";
import { FormHeading } from "@/components/desk/sign-in/form-parts";
import { deskForgotPasswordPath } from "@/lib/desk-urls";
import { choosePassword } from "../../actions";
import { openLinkOrReason } from "../../open-link";

export const metadata: Metadata = { title: "A new password" };

type PageProps = { params: Promise<{ token: string }> };

export default async function ResetPasswordPage({ params }: PageProps): Promise<ReactElement> {
  const { token } = await params;
  const { link, reason } = await openLinkOrReason("password_reset", token);
  if (!link) return <DeadLink reason={reason} href={deskForgotPasswordPath} label="Ask for a new link" />;
  return (
    <>
      <FormHeading title="Choose a new password">
        <p>For {link.email}. Everywhere you are signed in, you will be signed out.</p>
      </FormHeading>
      <ResetPasswordForm token={token} action={choosePassword} />
    </>
  );
}
