import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { FormHeading } from "@/components/desk/sign-in/form-parts";
import { SignOutForm } from "@/components/desk/sign-in/sign-out-form";
import { deskSignInPath } from "@/lib/desk-urls";
import { enrollingUserOrNull } from "@/lib/web/desk-session";
import { signOut } from "../actions";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage(): Promise<ReactElement> {
  const user = await enrollingUserOrNull();
  if (!user) redirect(deskSignInPath);
  return (
    <>
      <FormHeading title="Sign out">
        <p>You are signed in as {user.email} in this browser.</p>
      </FormHeading>
      <SignOutForm action={signOut} />
    </>
  );
}
