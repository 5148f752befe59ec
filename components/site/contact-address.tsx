import { Fragment, type ReactElement } from "react";

/** What stands between the parts for programs that collect addresses. No browser shows it and no screen reader says it. */
const decoys = [".remove-this", "no-mail.invalid."] as const;

/**
 * An e-mail address for people. Its parts are never side by side in the HTML, and what a tag stripper makes of them leads
 * nowhere; a browser shows the plain address without any script.
 */
export function ContactAddress({ email }: { email: string }): ReactElement {
  const at = email.lastIndexOf("@");
  const parts = [email.slice(0, at), "@", email.slice(at + 1)];
  return (
    <mhn-contact className="contact-address">
      {parts.map((part, index) => (
        <Fragment key={part}>
          <span>{part}</span>
          {index < decoys.length && <span hidden>{decoys[index]}</span>}
        </Fragment>
      ))}
    </mhn-contact>
  );
}
