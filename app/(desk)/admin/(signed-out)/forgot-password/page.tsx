import type { Metadata } from "next";
import type { ReactElement } from "react";
import { ForgotPasswordForm } from "@/components/desk/sign-in/forgot-password-form";
import { forgotPassword } from "../actions";

export const metadata: Metadata = { title: "A new password" };

export default function ForgotPasswordPage(): ReactElement {
  return <ForgotPasswordForm action={forgotPassword} />;
}
