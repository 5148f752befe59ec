import type { ReactElement } from "react";
import { crisisIntro, crisisTitle, directoryLead, helplineDirectory } from "@/lib/helplines/crisis-words";
import { groupHelplines } from "@/lib/helplines/groups";
import type { HelplineView } from "@/lib/helplines/types";
import { HelplineEntry } from "./helpline-entry";
import { TextLink } from "./text-link";

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
        {crisisTitle(ordinal)}
      </p>
      <p>{crisisIntro}</p>
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
        {directoryLead(open.length > 0)} <TextLink href={helplineDirectory.url}>{helplineDirectory.name}</TextLink>.
      </p>
    </section>
  );
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
