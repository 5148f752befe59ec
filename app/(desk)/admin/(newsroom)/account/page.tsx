import type { Metadata } from "next";
import type { ReactElement } from "react";
import { PasswordCard, ProfileCard } from "@/components/desk/account/own-account-cards";
import { SecondFactorCard } from "@/components/desk/account/second-factor-card";
import { SessionsCard } from "@/components/desk/account/sessions-card";
import { PageHeader } from "@/components/ui/page-header";
import { browserName } from "@/lib/auth/browser-name";
import { getSecondFactorState, listSessions } from "@/lib/auth/queries";
import { dateAndTime, longDate } from "@/lib/dates";
import { getSiteSettings } from "@/lib/settings/queries";
import { requireDeskUser } from "@/lib/web/desk-session";
import { confirmSetup, startSetup } from "../../(signed-out)/second-factor/actions";
import {
  changePasswordAction,
  endAllSessionsAction,
  endSessionAction,
  renameAction,
  renewRecoveryCodesAction,
  turnSecondFactorOffAction,
} from "./actions";

export const metadata: Metadata = { title: "My account" };

const secondFactorActions = {
  start: startSetup,
  confirm: confirmSetup,
  renewCodes: renewRecoveryCodesAction,
  turnOff: turnSecondFactorOffAction,
};

export default async function AccountPage(): Promise<ReactElement> {
  const user = await requireDeskUser();
  const [{ timeZone }, secondFactor, sessions] = await Promise.all([
    getSiteSettings(),
    getSecondFactorState(user),
    listSessions(user),
  ]);
  const { since, ...state } = secondFactor;
  const lines = sessions.map(({ id, userAgent, network, lastSeenAt, createdAt }) => ({
    id,
    browser: browserName(userAgent),
    network,
    lastSeen: dateAndTime(lastSeenAt, timeZone),
    started: dateAndTime(createdAt, timeZone),
    isThis: id === user.sessionId,
  }));
  return (
    <>
      <PageHeader title="My account" />
      <div className="max-w-3xl gap-5 grid">
        <ProfileCard user={{ name: user.name, email: user.email, role: user.role }} rename={renameAction} />
        <PasswordCard email={user.email} change={changePasswordAction} />
        <SecondFactorCard
          state={{ ...state, since: since && longDate(since, timeZone) }}
          email={user.email}
          actions={secondFactorActions}
        />
        <SessionsCard sessions={lines} endOne={endSessionAction} endAll={endAllSessionsAction} />
      </div>
    </>
  );
}
