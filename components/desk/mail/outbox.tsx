import Link from "next/link";
import type { ReactElement } from "react";
import { Cell, HeaderCell, RowHeader, Table } from "@/components/ui/table";
import { deskMailItemPath } from "@/lib/desk-urls";
import { MailState } from "./mail-state";

export type MailLine = {
  id: number;
  to: string;
  subject: string;
  state: string;
  /** In words. */
  created: string;
  lastError: string | null;
};

/** The mail of the last weeks. */
export function Outbox({ mails }: { mails: MailLine[] }): ReactElement {
  return (
    <Table label="Mail">
      <thead>
        <tr>
          <HeaderCell>Subject</HeaderCell>
          <HeaderCell>To</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell>Written</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <RowHeader>
              <Link href={deskMailItemPath(mail.id)} className="text-accent hover:underline">
                {mail.subject}
              </Link>
              {mail.lastError && <span className="text-sm font-normal text-danger block">{mail.lastError}</span>}
            </RowHeader>
            <Cell className="break-all">{mail.to}</Cell>
            <Cell>
              <MailState state={mail.state} />
            </Cell>
            <Cell className="whitespace-nowrap">{mail.created}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
