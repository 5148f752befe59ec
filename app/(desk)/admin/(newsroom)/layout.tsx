import type { ReactElement, ReactNode } from "react";
import { DeskShell } from "@/components/desk/shell/desk-shell";
import { decide } from "@/lib/auth/permissions";
import { deskAreas } from "@/lib/desk-navigation";
import { requireDeskUser } from "@/lib/web/desk-session";
import { newArticle } from "./new-article-action";

/** Everything of the desk that needs an account. What an account may do, each page and verb asks for itself. */
export default async function NewsroomLayout({ children }: { children: ReactNode }): Promise<ReactElement> {
  const user = await requireDeskUser();
  const groups = deskAreas
    .map((group) => ({
      label: group.label,
      areas: group.areas
        .filter(({ permission }) => permission === null || decide(user, permission).allowed)
        .map(({ id, label, href }) => ({ id, label, href })),
    }))
    .filter((group) => group.areas.length > 0);
  const writer = decide(user, "article.write").allowed;
  return (
    <DeskShell
      groups={groups}
      user={{ name: user.name, email: user.email, role: user.role }}
      startArticle={writer ? newArticle : null}
    >
      {children}
    </DeskShell>
  );
}
