import {
  Activity,
  CalendarDays,
  FileText,
  FolderTree,
  House,
  Images,
  Inbox,
  LayoutDashboard,
  LifeBuoy,
  ListChecks,
  ListTree,
  Mail,
  Megaphone,
  Newspaper,
  ScrollText,
  Settings,
  Signpost,
  Tags,
  UserRound,
  Users,
} from "lucide-react";
import type { ReactElement } from "react";

const icons: Record<string, ReactElement> = {
  dashboard: <LayoutDashboard aria-hidden />,
  articles: <Newspaper aria-hidden />,
  board: <ListChecks aria-hidden />,
  calendar: <CalendarDays aria-hidden />,
  media: <Images aria-hidden />,
  home: <House aria-hidden />,
  categories: <FolderTree aria-hidden />,
  tags: <Tags aria-hidden />,
  people: <UserRound aria-hidden />,
  pages: <FileText aria-hidden />,
  menus: <ListTree aria-hidden />,
  advertisements: <Megaphone aria-hidden />,
  redirects: <Signpost aria-hidden />,
  "help-lines": <LifeBuoy aria-hidden />,
  users: <Users aria-hidden />,
  settings: <Settings aria-hidden />,
  mail: <Mail aria-hidden />,
  audit: <ScrollText aria-hidden />,
  health: <Activity aria-hidden />,
};

/** The sign of an area of the desk, by its id. Its size comes from where it stands. */
export function areaIcon(id: string): ReactElement {
  return icons[id] ?? <Inbox aria-hidden />;
}
