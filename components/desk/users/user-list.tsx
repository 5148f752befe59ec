"use client";
import type { ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { Cell, HeaderCell, RowHeader, Table } from "@/components/ui/table";
import { ManageUser, type UserActions, type UserLine } from "./manage-user";

type UserListProps = { users: UserLine[]; roles: readonly string[]; actions: UserActions };

/** All accounts. */
export function UserList({ users, roles, actions }: UserListProps): ReactElement {
  return (
    <Table label="Accounts">
      <thead>
        <tr>
          <HeaderCell>Name</HeaderCell>
          <HeaderCell>Role</HeaderCell>
          <HeaderCell>Second factor</HeaderCell>
          <HeaderCell>Last seen</HeaderCell>
          <HeaderCell>
            <span className="sr-only">Actions</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <RowHeader>
              {user.name} {user.isSelf && <Badge tone="accent">You</Badge>}{" "}
              {user.disabled && <Badge tone="danger">Disabled</Badge>}
              <span className="text-sm font-normal text-quiet block">{user.email}</span>
            </RowHeader>
            <Cell>{user.role}</Cell>
            <Cell>{user.hasSecondFactor ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>}</Cell>
            <Cell className="whitespace-nowrap">{user.lastSeen ?? "not lately"}</Cell>
            <Cell className="text-right">
              <ManageUser user={user} roles={roles} actions={actions} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
