import { expect, it } from "vitest";
import { newsroomMail } from "./newsroom-templates";
import { mailInput } from "./schema";

const facts = {
  to: "a@example.org",
  siteName: "The Magazine",
  by: "Ann",
  headline: "Sleep <& rest>",
  remark: "Name the source, please.",
  href: "https://example.org/admin/articles/7",
};

it("says what happened, who did it and where to go", () => {
  const mail = newsroomMail("changes-requested", facts);
  expect(mail.subject).toBe("Changes asked for: Sleep <& rest>");
  expect(mail.text).toContain("Ann read your article");
  expect(mail.text).toContain("They write: Name the source, please.");
  expect(mail.text).toContain(facts.href);
  expect(mail.html).toContain("Sleep &lt;&amp; rest&gt;");
});

it("is a mail whatever the headline is", () => {
  for (const headline of ["", "x".repeat(200), "two\nlines", "\u{1F600}".repeat(90)]) {
    expect(mailInput.safeParse(newsroomMail("approved", { ...facts, headline, remark: "" })).success).toBe(true);
  }
});
