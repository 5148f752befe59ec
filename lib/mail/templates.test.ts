import { describe, expect, it } from "vitest";
import { mailInput } from "./schema";
import { invitationMail, passwordResetMail, securityMail, type SecurityChange } from "./templates";

const to = "ada@example.org";
const siteName = "Mental Health Network";
const href = "https://example.org/admin/invitation/abc";

describe("mails", () => {
  it("invite, with the link in both parts", () => {
    const mail = invitationMail({ to, siteName, inviter: "Grace", role: "editor", href, expires: "in 7 days" });
    expect(mailInput.parse(mail)).toEqual(mail);
    expect(mail.subject).toBe("Your invitation to Mental Health Network");
    expect(mail.text).toBe(
      [
        "Grace invites you to work on Mental Health Network as an editor.",
        "Follow this link to choose a password:",
        href,
        "The link works once and ends in 7 days.",
        "If you did not expect this, you need not do anything: without the link there is no account.\n",
      ].join("\n\n"),
    );
    expect(mail.html).toContain(`<a href="${href}">Accept the invitation</a>`);
  });

  it("invite in nobody's name when the system does", () => {
    const mail = invitationMail({ to, siteName, inviter: null, role: "reviewer", href, expires: "in 7 days" });
    expect(mail.text).toMatch(/^You are invited to work on Mental Health Network as a reviewer\./);
  });

  it("offer a new password", () => {
    const mail = passwordResetMail({ to, siteName, href, expires: "in one hour" });
    expect(mail.text).toContain(`\n\n${href}\n\nThe link works once and ends in one hour.`);
    expect(mail.text).toContain("If it was not you");
  });

  it.each<SecurityChange>(["password-changed", "second-factor-on", "second-factor-off", "recovery-code-used"])(
    "tell of %s, and what to do",
    (change) => {
      const mail = securityMail(change, { to, siteName, contactEmail: "help@example.org" });
      expect(mailInput.parse(mail)).toEqual(mail);
      expect(mail.text).toContain("write to help@example.org");
      expect(mail.html).not.toContain("<a ");
    },
  );

  it("take names for text, never for markup or headers", () => {
    const mail = invitationMail({
      to,
      siteName: 'A & B\r\nBcc: all@example.org <b>"',
      inviter: "<script>alert('x')</script>",
      role: "author",
      href: "https://example.org/?a=1&b=2",
      expires: "in 7 days",
    });
    expect(mail.subject).toBe('Your invitation to A & B Bcc: all@example.org <b>"');
    expect(mail.html).not.toMatch(/<script|<b>/);
    expect(mail.html).toContain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    expect(mail.html).toContain('href="https://example.org/?a=1&amp;b=2"');
  });
});
