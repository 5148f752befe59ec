/** The desk's areas: what they are called, where they are, and who may enter. Read by the shell and by the palette. */
import type { Permission } from "@/lib/auth/permissions";
import {
  deskAdvertisementsPath,
  deskArticlesPath,
  deskAuditPath,
  deskBoardPath,
  deskCalendarPath,
  deskCategoriesPath,
  deskHealthPath,
  deskHelplinesPath,
  deskHomePath,
  deskMailPath,
  deskMediaPath,
  deskMenusPath,
  deskPagesPath,
  deskPath,
  deskPeoplePath,
  deskRedirectsPath,
  deskSettingsPath,
  deskTagsPath,
  deskUsersPath,
} from "./desk-urls";

export type DeskArea = {
  id: string;
  label: string;
  href: string;
  /** Null: everybody who is signed in. */
  permission: Permission | null;
};

export type DeskAreaGroup = { label: string; areas: DeskArea[] };

export const deskAreas: DeskAreaGroup[] = [
  {
    label: "Newsroom",
    areas: [
      { id: "dashboard", label: "Dashboard", href: deskPath, permission: null },
      { id: "articles", label: "Articles", href: deskArticlesPath, permission: "article.read" },
      { id: "board", label: "Awaiting me", href: deskBoardPath, permission: "article.read" },
      { id: "calendar", label: "Calendar", href: deskCalendarPath, permission: "article.read" },
      { id: "media", label: "Pictures", href: deskMediaPath, permission: "media.browse" },
    ],
  },
  {
    label: "Site",
    areas: [
      { id: "home", label: "Home page", href: deskHomePath, permission: "home.curate" },
      { id: "categories", label: "Categories", href: deskCategoriesPath, permission: "taxonomy.edit" },
      { id: "tags", label: "Tags", href: deskTagsPath, permission: "taxonomy.edit" },
      { id: "people", label: "People", href: deskPeoplePath, permission: "person.edit" },
      { id: "pages", label: "Pages", href: deskPagesPath, permission: "page.edit" },
      { id: "menus", label: "Menus", href: deskMenusPath, permission: "site.configure" },
      { id: "advertisements", label: "Advertisements", href: deskAdvertisementsPath, permission: "advertising.edit" },
      { id: "redirects", label: "Redirects", href: deskRedirectsPath, permission: "redirect.edit" },
      { id: "help-lines", label: "Help lines", href: deskHelplinesPath, permission: "site.configure" },
    ],
  },
  {
    label: "Administration",
    areas: [
      { id: "users", label: "Users", href: deskUsersPath, permission: "user.manage" },
      { id: "settings", label: "Settings", href: deskSettingsPath, permission: "site.configure" },
      { id: "mail", label: "Outbox", href: deskMailPath, permission: "mail.read" },
      { id: "audit", label: "Audit log", href: deskAuditPath, permission: "audit.read" },
      { id: "health", label: "Health", href: deskHealthPath, permission: "health.read" },
    ],
  },
];
