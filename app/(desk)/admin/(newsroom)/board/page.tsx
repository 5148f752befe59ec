import type { Metadata } from "next";
import type { ReactElement } from "react";
import { Board } from "@/components/desk/board/board";
import { boardColumns } from "@/components/desk/board/board-columns";
import { Refusal } from "@/components/desk/shell/refusal";
import { PageHeader } from "@/components/ui/page-header";
import { getBoard } from "@/lib/articles/queries/board";
import { now } from "@/lib/clock";
import { getSiteSettings } from "@/lib/settings/queries";
import { requireDeskUser } from "@/lib/web/desk-session";
import { readOrRefuse } from "@/lib/web/read-or-refuse";
import { approve, askForChanges, publish, submit, unschedule } from "../articles/[id]/actions";
import { boardRole } from "./board-role";

export const metadata: Metadata = { title: "Awaiting me" };

export default async function BoardPage(): Promise<ReactElement> {
  const user = await requireDeskUser();
  const [{ timeZone }, { refused, value: content }] = await Promise.all([
    getSiteSettings(),
    readOrRefuse(() => getBoard(user)),
  ]);
  if (refused !== null) return <Refusal reason={refused} />;
  const role = boardRole(user);
  return (
    <>
      <PageHeader
        title="Awaiting me"
        description={`The longest waiting comes first. Times are those of ${timeZone}.`}
      />
      <Board
        columns={boardColumns(user.id, role)}
        content={content}
        actions={{ submit, approve, askForChanges, publish, unschedule }}
        mayPublish={role.publishes}
        timeZone={timeZone}
        now={now()}
      />
    </>
  );
}
