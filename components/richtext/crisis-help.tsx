import type { ReactElement } from "react";
import type { HelplineView } from "@/lib/helplines/types";
import { groupHelplines } from "./helpline-groups";
import { HelplineEntry } from "./helpline-entry";
import { TextLink } from "./text-link";

const directoryUrl = "https://findahelpline.com";

type CrisisHelpProps = {
  helplines: readonly HelplineView[];
  /** Which box of the page it is, counted from 1: ids and the name that readers hear are made from it. */
  ordinal: number;
};

/** Where to turn in a crisis. Complete without scripts: countries fold with <details>, numbers are links. */
export function CrisisHelp({ helplines, ordinal }: CrisisHelpProps): ReactElement {
  const id = `crisis-help-${String(ordinal)}`;
  const titleId = `${id}-title`;
  const { open, folded } = groupHelplines(helplines);
  return (
    <section className="rt-crisis" id={id} aria-labelledby={titleId}>
      <p className="rt-crisis__title" id={titleId}>
        {titleOf(ordinal)}
      </p>
      <p>
        If you might act on thoughts of harming yourself, or someone’s life is in danger, call your local emergency
        number now. If you are not sure, or you need to talk, these services are there for you.
      </p>
      {open.map((group) => (
        <div className="rt-crisis__country" key={group.region}>
          <p className="rt-crisis__name">{group.country}</p>
          <Lines lines={group.lines} country={group.country} />
        </div>
      ))}
      {folded.map((group) => (
        <details className="rt-crisis__country" key={group.region}>
          <summary>{group.country}</summary>
          <Lines lines={group.lines} country={group.country} />
        </details>
      ))}
      <p className="rt-crisis__directory">
        {open.length > 0 ? "In another country" : "In your country"}, you can find a line at{" "}
        <TextLink href={directoryUrl}>findahelpline.com</TextLink>.
      </p>
    </section>
  );
}

/** A page may show the box twice, near the top and at the end; each needs a name of its own. */
function titleOf(ordinal: number): string {
  if (ordinal === 1) return "If you need help now";
  return ordinal === 2 ? "Where to find help" : `Where to find help (${String(ordinal)})`;
}

function Lines({ lines, country }: { lines: readonly HelplineView[]; country: string }): ReactElement {
  return (
    <ul className="rt-crisis__lines">
      {lines.map((line) => (
        <li key={line.id}>
          <HelplineEntry line={line} country={country} />
        </li>
      ))}
    </ul>
  );
}
