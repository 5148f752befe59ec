import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { SecondFactorSetup } from "@/components/desk/account/second-factor-setup";
import { FormHeading } from "@/components/desk/sign-in/form-parts";
import { LinkButton } from "@/components/ui/link-button";
import { deskPath, deskSecondFactorPath, deskSignInFor, deskSignOutPath } from "@/lib/desk-urls";
import { enrollingUserOrNull } from "@/lib/web/desk-session";
import { confirmSetup, startSetup } from "./actions";

export const metadata: Metadata = { title: "Second factor" };

export default async function SecondFactorPage(): Promise<ReactElement> {
  const user = await enrollingUserOrNull();
  if (!user) redirect(deskSignInFor(deskSecondFactorPath));
  return (
    <>
      <FormHeading title="Protect your account">
        <p>
          Administrators of this site sign in with a password and a code. Set up an authenticator app on your phone to
          go on.
        </p>
      </FormHeading>
      <SecondFactorSetup start={startSetup} confirm={confirmSetup} email={user.email} />
      <p className="mt-6 gap-2 flex flex-wrap">
        {user.owesSecondFactor ? (
          <LinkButton href={deskSignOutPath} look="quiet">
            Sign out
          </LinkButton>
        ) : (
          <LinkButton href={deskPath}>To the desk</LinkButton>
        )}
      </p>
    </>
  );
}
