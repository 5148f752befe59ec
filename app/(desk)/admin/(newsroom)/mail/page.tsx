import { MailOpen } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { Outbox } from "@/components/desk/mail/outbox";
import { Refusal } from "@/components/desk/shell/refusal";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { decide } from "@/lib/auth/permissions";
import { dateAndTime } from "@/lib/dates";
import { deskMailListPath } from "@/lib/desk-urls";
import { hasMailServer } from "@/lib/mail/smtp";
import { listOutbox } from "@/lib/mail/queries";
import { parsePageNumber } from "@/lib/pagination";
import { setResponseStatus } from "@/lib/request-context";
import { getSiteSettings } from "@/lib/settings/queries";
import { requireDeskUser } from "@/lib/web/desk-session";
import { orGone } from "@/lib/web/or-gone";

export const metadata: Metadata = { title: "Mail" };

type PageProps = { searchParams: Promise<{ page?: string | string[] }> };

export default async function MailPage({ searchParams }: PageProps): Promise<ReactElement> {
  const user = await requireDeskUser();
  const decision = decide(user, "mail.read");
  if (!decision.allowed) {
    setResponseStatus(403);
    return <Refusal roleTitle="This is not part of your role" reason={decision.reason} />;
  }
  const wanted = parsePageNumber(String((await searchParams).page ?? "1")) ?? notFound();
  const [{ timeZone }, { items, page, pages, total }] = await Promise.all([
    getSiteSettings(),
    orGone(listOutbox(user, wanted)),
  ]);
  const mails = items.map(({ id, to, subject, state, lastError, createdAt }) => ({
    ...{ id, to, subject, state, lastError },
    created: dateAndTime(createdAt, timeZone),
  }));
  return (
    <>
      <PageHeader title="Mail" description="What was sent in the last 30 days, and what became of it." />
      {!hasMailServer() && (
        <Notice className="mb-4">
          There is no mail server (SMTP_URL is not set). Mail is kept here for you to hand on by other means.
        </Notice>
      )}
      {mails.length > 0 ? (
        <Outbox mails={mails} />
      ) : (
        <EmptyState icon={MailOpen} title="No mail yet">
          Invitations and links for new passwords show up here.
        </EmptyState>
      )}
      <Pager
        previous={page > 1 ? deskMailListPath(page - 1) : null}
        next={page < pages ? deskMailListPath(page + 1) : null}
        status={total > 0 ? `Page ${String(page)} of ${String(pages)}` : ""}
      />
    </>
  );
}
