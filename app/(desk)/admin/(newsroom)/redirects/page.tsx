import type { Metadata } from "next";
import { RedirectsScreen } from "@/components/desk/redirects/redirects-screen";
import { shortDate } from "@/lib/dates";
import { listRedirects } from "@/lib/redirects/queries";
import { getSiteSettings } from "@/lib/settings/queries";
import { deskPage } from "../desk-page";
import { numberOrNotFound, readAddress, type SearchParams } from "../read-address";
import { createRedirectAction, deleteRedirectAction, importRedirectsAction, updateRedirectAction } from "./actions";

export const metadata: Metadata = { title: "Redirects" };

export default deskPage(async (user, { searchParams }: { searchParams: SearchParams }) => {
  const get = await readAddress(searchParams);
  const words = get("q").slice(0, 200);
  const [list, { timeZone }] = await Promise.all([
    listRedirects(user, { q: words, page: numberOrNotFound(get("page") || "1") }),
    getSiteSettings(),
  ]);
  const items = list.items.map(({ createdAt, activeFrom, ...row }) => ({
    ...row,
    createdAt: shortDate(createdAt, timeZone),
    activeFrom: activeFrom && shortDate(activeFrom, timeZone),
  }));
  return (
    <RedirectsScreen
      list={{ ...list, items }}
      words={words}
      actions={{
        create: createRedirectAction,
        save: updateRedirectAction,
        remove: deleteRedirectAction,
        importFile: importRedirectsAction,
      }}
    />
  );
});
