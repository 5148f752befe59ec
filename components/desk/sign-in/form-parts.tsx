import type { ReactElement, ReactNode } from "react";
import { Field, TextInput } from "@/components/ui/field";

/** The heading of a form of the signed-out pages, and what it is for. */
export function FormHeading({ title, children }: { title: string; children?: ReactNode }): ReactElement {
  return (
    <header className="mb-4">
      <h1 className="text-xl font-bold">{title}</h1>
      {children && <div className="mt-1 text-quiet">{children}</div>}
    </header>
  );
}

/** A password that is chosen here. */
export function NewPasswordField({
  label = "Password",
  name = "password",
}: {
  label?: string;
  name?: string;
}): ReactElement {
  return (
    <Field label={label} name={name} hint="At least 12 characters. A few words in a row are good.">
      <TextInput type="password" autoComplete="new-password" minLength={12} required />
    </Field>
  );
}

/** The e-mail address of an account, as something to type. */
export function EmailField({ hint, defaultValue }: { hint?: string; defaultValue?: string }): ReactElement {
  return (
    <Field label="E-mail address" name="email" {...(hint ? { hint } : {})}>
      <TextInput type="email" autoComplete="username" spellCheck={false} required defaultValue={defaultValue} />
    </Field>
  );
}

/** A code of an authenticator app. */
export function CodeField({ hint }: { hint: string }): ReactElement {
  return (
    <Field label="Code" name="code" hint={hint}>
      <TextInput autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required />
    </Field>
  );
}
