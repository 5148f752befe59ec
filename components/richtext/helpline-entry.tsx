import { Fragment, type ReactElement } from "react";
import type { HelplineView } from "@/lib/helplines/types";
import { helplineDetails, helplineWays } from "@/lib/helplines/ways";
import { TextLink } from "./text-link";

type HelplineEntryProps = {
  line: HelplineView;
  /** The heading it stands under; a line that serves only a part of it says so. */
  country: string;
};

/** One help line: its name and every way to reach it. The spaces keep the ways apart where no style sheet does. */
export function HelplineEntry({ line, country }: HelplineEntryProps): ReactElement {
  const details = helplineDetails(line, country);
  return (
    <>
      <strong className="rt-crisis__line">{line.name}</strong>
      {helplineWays(line).map(({ label, href }) => (
        <Fragment key={label}>
          {" "}
          <span className="rt-crisis__way">
            <TextLink href={href}>{label}</TextLink>
          </span>
        </Fragment>
      ))}
      {details !== null && <span className="rt-crisis__details">{` ${details}`}</span>}
    </>
  );
}
