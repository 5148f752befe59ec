import type { Metadata } from "next";
import type { ReactElement } from "react";
import { Refusal } from "@/components/desk/shell/refusal";
import { Invitations } from "@/components/desk/users/invitations";
import { UserList } from "@/components/desk/users/user-list";
import { PageHeader } from "@/components/ui/page-header";
import { decide } from "@/lib/auth/permissions";
import { roles } from "@/lib/auth/roles";
import { dateAndTime, shortDate } from "@/lib/dates";
import { setResponseStatus } from "@/lib/request-context";
import { getSiteSettings } from "@/lib/settings/queries";
import { listInvitations, listUsers } from "@/lib/users/queries";
import { requireDeskUser } from "@/lib/web/desk-session";
import {
  changeRoleAction,
  disableAction,
  enableAction,
  inviteAction,
  removeSecondFactorAction,
  revokeAction,
} from "./actions";

export const metadata: Metadata = { title: "Users" };

const userActions = {
  changeRole: changeRoleAction,
  disable: disableAction,
  enable: enableAction,
  removeSecondFactor: removeSecondFactorAction,
};

export default async function UsersPage(): Promise<ReactElement> {
  const user = await requireDeskUser();
  const decision = decide(user, "user.manage");
  if (!decision.allowed) {
    setResponseStatus(403);
    return <Refusal roleTitle="This is not part of your role" reason={decision.reason} />;
  }
  const [{ timeZone }, users, invitations] = await Promise.all([
    getSiteSettings(),
    listUsers(user),
    listInvitations(user),
  ]);
  const lines = users.map(({ createdAt: _, disabledAt, lastSeenAt, ...line }) => ({
    ...line,
    disabled: disabledAt !== null,
    lastSeen: lastSeenAt && dateAndTime(lastSeenAt, timeZone),
    isSelf: line.id === user.id,
  }));
  const open = invitations.map(({ id, email, role, invitedBy, ended, createdAt }) => ({
    ...{ id, email, role, invitedBy, ended },
    sent: shortDate(createdAt, timeZone),
  }));
  return (
    <>
      <PageHeader title="Users" description="Who may work here, and as what." />
      <div className="gap-6 grid">
        <UserList users={lines} roles={roles} actions={userActions} />
        <Invitations invitations={open} roles={roles} invite={inviteAction} revoke={revokeAction} />
      </div>
    </>
  );
}
