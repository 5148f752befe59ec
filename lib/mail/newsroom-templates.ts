/** Mails about work on an article. Pure: facts in, subject and both parts out. */
import type { Mail } from "./schema";
import { mailOf } from "./templates";

/** What happened that somebody has to know of. */
export type NewsroomEvent = "submitted" | "changes-requested" | "approved" | "assigned-editor" | "assigned-reviewer";

const events: Record<NewsroomEvent, { subject: (headline: string) => string; line: (by: string) => string }> = {
  submitted: {
    subject: (headline) => `To review: ${headline}`,
    line: (by) => `${by} submitted an article for review that you look after.`,
  },
  "changes-requested": {
    subject: (headline) => `Changes asked for: ${headline}`,
    line: (by) => `${by} read your article and asks for changes before it can be approved.`,
  },
  approved: {
    subject: (headline) => `Approved: ${headline}`,
    line: (by) => `${by} approved this article. It can be published now.`,
  },
  "assigned-editor": {
    subject: (headline) => `For you to edit: ${headline}`,
    line: (by) => `${by} asks you to look after this article as its editor.`,
  },
  "assigned-reviewer": {
    subject: (headline) => `For you to review: ${headline}`,
    line: (by) => `${by} asks you to review this article. You are told again when it is submitted.`,
  },
};

/** A long headline must still be one line of a header. */
const longestHeadline = 120;
/** A remark is quoted in part; the rest is where the link leads. */
const longestRemark = 1000;

/**
 * To an account that an article waits for.
 * @param facts.by who did it, by name
 * @param facts.remark what they said to it, or empty
 * @param facts.href where the article is in the desk, absolute
 */
export function newsroomMail(
  event: NewsroomEvent,
  facts: { to: string; siteName: string; by: string; headline: string; remark: string; href: string },
): Mail {
  const headline = facts.headline === "" ? "an article without a headline" : shortened(facts.headline, longestHeadline);
  const { subject, line } = events[event];
  return mailOf({
    to: facts.to,
    subject: subject(headline),
    before: [
      line(facts.by),
      facts.headline === "" ? "It has no headline yet." : `“${facts.headline}”`,
      ...(facts.remark === "" ? [] : [`They write: ${shortened(facts.remark, longestRemark)}`]),
    ],
    link: { label: "Open the article", href: facts.href },
    after: [`You get this because you have an account at ${facts.siteName} and a part in this article.`],
  });
}

function shortened(text: string, longest: number): string {
  return text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
