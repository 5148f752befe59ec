import type { ReactElement } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { FormHeading } from "./form-parts";

/** A link that works no longer, and where to get on. */
export function DeadLink({ reason, href, label }: { reason: string; href: string; label: string }): ReactElement {
  return (
    <>
      <FormHeading title="This link does not work">
        <p>{reason}</p>
      </FormHeading>
      <LinkButton href={href}>{label}</LinkButton>
    </>
  );
}
