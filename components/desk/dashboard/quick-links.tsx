import { SquarePen } from "lucide-react";
import type { ReactElement } from "react";
import { areaIcon } from "@/components/desk/shell/area-icons";
import type { ShellGroup } from "@/components/desk/shell/shell-types";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { deskAccountPath } from "@/lib/desk-urls";

type QuickLinksProps = {
  /** The areas that somebody may enter. */
  groups: ShellGroup[];
  /** Makes an empty draft and opens it; null for who does not write. */
  startArticle: (() => Promise<void>) | null;
};

/** The ways from here. */
export function QuickLinks({ groups, startArticle }: QuickLinksProps): ReactElement {
  const areas = groups.flatMap((group) => group.areas).filter(({ id }) => id !== "dashboard");
  return (
    <Card title="Go to">
      <ul className="gap-2 flex flex-wrap">
        {startArticle && (
          <li>
            <form action={startArticle}>
              <Button type="submit" size="small" look="primary">
                <SquarePen aria-hidden className="size-4" />
                Write an article
              </Button>
            </form>
          </li>
        )}
        {areas.map(({ id, label, href }) => (
          <li key={id}>
            <LinkButton size="small" href={href} className="[&_svg]:size-4">
              {areaIcon(id)}
              {label}
            </LinkButton>
          </li>
        ))}
        <li>
          <LinkButton size="small" href={deskAccountPath}>
            Your account
          </LinkButton>
        </li>
      </ul>
    </Card>
  );
}
