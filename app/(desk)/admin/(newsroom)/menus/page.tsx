import type { Metadata } from "next";
import { MenusScreen } from "@/components/desk/menus/menus-screen";
import { listLinkSuggestions, listMenus } from "@/lib/navigation/queries";
import { deskPage } from "../desk-page";
import { saveMenuAction } from "./actions";

export const metadata: Metadata = { title: "Menus" };

export default deskPage(async (user) => {
  const [menus, suggestions] = await Promise.all([listMenus(user), listLinkSuggestions(user)]);
  return <MenusScreen menus={menus} suggestions={suggestions} action={saveMenuAction} />;
});
