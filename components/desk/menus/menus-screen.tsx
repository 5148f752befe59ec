"use client";
import type { ReactElement } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { MenuEditor, type EditedMenu, type LinkChoice } from "./menu-editor";
import type { FormAction } from "@/lib/web/action-state";

type MenusScreenProps = { menus: EditedMenu[]; suggestions: LinkChoice[]; action: FormAction<number> };

/** The menus of the reader's site. */
export function MenusScreen({ menus, suggestions, action }: MenusScreenProps): ReactElement {
  return (
    <>
      <PageHeader
        title="Menus"
        description="What stands in the header of every page, and under Useful Links in its footer."
      />
      <div className="gap-6 lg:grid-cols-2 grid items-start">
        {menus.map((menu) => (
          <MenuEditor key={menu.menu} menu={menu} suggestions={suggestions} action={action} />
        ))}
      </div>
      <datalist id="menu-targets">
        {suggestions.map(({ label, href }) => (
          <option key={href} value={href} label={label} />
        ))}
      </datalist>
    </>
  );
}
