import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { Refusal } from "@/components/desk/shell/refusal";
import { AppError } from "@/lib/errors";
import { setResponseStatus } from "@/lib/request-context";
import { requireDeskUser, type DeskUser } from "@/lib/web/desk-session";

/**
 * What every screen of the desk is wrapped in: somebody is signed in, and what a query refuses is told with its reason
 * and its status. Queries decide; a screen only asks them.
 */
export function deskPage<Props>(render: (user: DeskUser, props: Props) => Promise<ReactElement>) {
  return async function DeskPage(props: Props): Promise<ReactElement> {
    const user = await requireDeskUser();
    try {
      return await render(user, props);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "not-found") notFound();
      if (error.code !== "forbidden") throw error;
      setResponseStatus(403);
      return <Refusal roleTitle="This is not open to your role" reason={error.message} />;
    }
  };
}
