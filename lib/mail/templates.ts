/** The mails of the magazine. Pure: facts in, subject and both parts out. Every mail says why it came and what if not meant. */
import type { Role } from "@/lib/auth/roles";
import type { Mail } from "./schema";

export type Letter = {
  to: string;
  subject: string;
  /** Paragraphs of plain text. */
  before: string[];
  link?: { label: string; href: string };
  after: string[];
};

/** To somebody who shall get an account. `expires` in words, for example "in 7 days". */
export function invitationMail(facts: {
  to: string;
  siteName: string;
  inviter: string | null;
  role: Role;
  href: string;
  expires: string;
}): Mail {
  const by = facts.inviter === null ? "You are invited" : `${facts.inviter} invites you`;
  return mailOf({
    to: facts.to,
    subject: `Your invitation to ${facts.siteName}`,
    before: [
      `${by} to work on ${facts.siteName} as ${withArticle(facts.role)}.`,
      "Follow this link to choose a password:",
    ],
    link: { label: "Accept the invitation", href: facts.href },
    after: [
      `The link works once and ends ${facts.expires}.`,
      "If you did not expect this, you need not do anything: without the link there is no account.",
    ],
  });
}

/** To somebody who asked for a new password. */
export function passwordResetMail(facts: { to: string; siteName: string; href: string; expires: string }): Mail {
  return mailOf({
    to: facts.to,
    subject: `A new password for ${facts.siteName}`,
    before: [
      `Somebody, most likely you, asked for a new password for your account at ${facts.siteName}.`,
      "Follow this link to choose one:",
    ],
    link: { label: "Choose a new password", href: facts.href },
    after: [
      `The link works once and ends ${facts.expires}. Everywhere you are signed in, you will be signed out.`,
      "If it was not you, you need not do anything: your password stays as it is.",
    ],
  });
}

/** What was changed about how an account is protected. */
export type SecurityChange = "password-changed" | "second-factor-on" | "second-factor-off" | "recovery-code-used";

const securityChanges: Record<SecurityChange, { subject: string; line: string }> = {
  "password-changed": { subject: "Your password was changed", line: "The password of your account was changed." },
  "second-factor-on": {
    subject: "Your second factor is on",
    line: "From now on, signing in to your account needs a code of your authenticator app.",
  },
  "second-factor-off": {
    subject: "Your second factor is off",
    line: "Signing in to your account no longer needs a code of an authenticator app.",
  },
  "recovery-code-used": {
    subject: "A recovery code was used",
    line: "Somebody signed in to your account with one of its recovery codes. That code will not work again.",
  },
};

/** Tells the owner of an account about a change that somebody else would want to hide. */
export function securityMail(
  change: SecurityChange,
  facts: { to: string; siteName: string; contactEmail: string },
): Mail {
  const { subject, line } = securityChanges[change];
  return mailOf({
    to: facts.to,
    subject: `${subject} (${facts.siteName})`,
    before: [line],
    after: [`If it was not you, ask for a new password at once and write to ${facts.contactEmail}.`],
  });
}

/** Both parts of a mail out of its paragraphs. */
export function mailOf(letter: Letter): Mail {
  const { to, link } = letter;
  const text = [...letter.before, ...(link ? [link.href] : []), ...letter.after].join("\n\n");
  const html = [
    ...letter.before.map(paragraph),
    ...(link
      ? [
          `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>`,
          `<p style="color:#5b6168;font-size:14px">If the link does nothing, copy this address into your browser:<br>${escapeHtml(link.href)}</p>`,
        ]
      : []),
    ...letter.after.map(paragraph),
  ].join("\n");
  return { to, subject: oneLine(letter.subject), text: `${text}\n`, html: htmlDocument(oneLine(letter.subject), html) };
}

function htmlDocument(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:24px;font:17px/1.6 Georgia,'Times New Roman',serif;color:#22262b;background:#ffffff">
<div style="max-width:560px;margin:0 auto">
${body}
</div>
</body>
</html>
`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Names come from people; a header is one line. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

function withArticle(role: Role): string {
  return /^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`;
}
