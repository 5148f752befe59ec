import type { Metadata } from "next";
import { PagesScreen } from "@/components/desk/pages/pages-screen";
import { shortDate } from "@/lib/dates";
import { listPages } from "@/lib/pages/queries";
import { getSiteSettings } from "@/lib/settings/queries";
import { staticPagePath } from "@/lib/urls";
import { deskPage } from "../desk-page";

export const metadata: Metadata = { title: "Pages" };

export default deskPage(async (user) => {
  const [pages, { timeZone }] = await Promise.all([listPages(user), getSiteSettings()]);
  return (
    <PagesScreen
      pages={pages.map(({ slug, updatedAt, ...page }) => ({
        ...page,
        path: staticPagePath(slug),
        changed: shortDate(updatedAt, timeZone),
      }))}
    />
  );
});
