import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { SignInForm } from "@/components/desk/sign-in/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { ownDeskPath } from "@/lib/auth/own-path";
import { deskUserOrNull } from "@/lib/web/desk-session";
import { codeStep, passwordStep } from "../actions";

export const metadata: Metadata = { title: "Sign in" };

type PageProps = { searchParams: Promise<{ next?: string | string[]; changed?: string }> };

export default async function SignInPage({ searchParams }: PageProps): Promise<ReactElement> {
  const { next, changed } = await searchParams;
  const target = ownDeskPath(typeof next === "string" ? next : null);
  if (await deskUserOrNull()) redirect(target);
  return (
    <>
      {changed === "1" && (
        <Notice tone="good" className="mb-4">
          Your password was changed. Sign in with the new one.
        </Notice>
      )}
      <SignInForm next={target} checkPassword={passwordStep} checkCode={codeStep} />
    </>
  );
}
