import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { MailState } from "@/components/desk/mail/mail-state";
import { MailText } from "@/components/desk/mail/mail-text";
import { RetryMail } from "@/components/desk/mail/retry-mail";
import { Refusal } from "@/components/desk/shell/refusal";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { decide } from "@/lib/auth/permissions";
import { dateAndTime } from "@/lib/dates";
import { retryRefusal } from "@/lib/mail/policy";
import { getOutboxMail } from "@/lib/mail/queries";
import { parsePageNumber } from "@/lib/pagination";
import { setResponseStatus } from "@/lib/request-context";
import { getSiteSettings } from "@/lib/settings/queries";
import { requireDeskUser } from "@/lib/web/desk-session";
import { orGone } from "@/lib/web/or-gone";
import { retryMailAction } from "../actions";

/** The page may hold a link that opens an account. */
export const metadata: Metadata = { title: "Mail", referrer: "no-referrer" };

type PageProps = { params: Promise<{ id: string }> };

export default async function MailItemPage({ params }: PageProps): Promise<ReactElement> {
  const user = await requireDeskUser();
  const decision = decide(user, "mail.read");
  if (!decision.allowed) {
    setResponseStatus(403);
    return <Refusal roleTitle="This is not part of your role" reason={decision.reason} />;
  }
  const id = parsePageNumber((await params).id) ?? notFound();
  const [{ timeZone }, mail] = await Promise.all([getSiteSettings(), orGone(getOutboxMail(user, id))]);
  const refusal = retryRefusal(mail.state);
  return (
    <div className="max-w-3xl gap-4 grid">
      <PageHeader
        title={mail.subject}
        description={`To ${mail.to}, written ${dateAndTime(mail.createdAt, timeZone)}`}
        actions={refusal === null ? <RetryMail mailId={mail.id} action={retryMailAction} /> : null}
      />
      <p>
        <MailState state={mail.state} />{" "}
        {mail.sentAt && <span className="text-quiet">{dateAndTime(mail.sentAt, timeZone)}</span>}
      </p>
      {mail.lastError && <Notice tone="warn">The mail server said: {mail.lastError}</Notice>}
      {mail.text === null ? (
        <Notice>Its text is for its reader alone: it is shown here only when there is no mail server.</Notice>
      ) : (
        <MailText text={mail.text} />
      )}
    </div>
  );
}
