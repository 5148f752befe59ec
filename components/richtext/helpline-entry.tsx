import type { ReactElement, ReactNode } from "react";
import type { HelplineView } from "@/lib/helplines/types";
import { smsHref, telHref, websiteName } from "./helpline-links";
import { TextLink } from "./text-link";

type HelplineEntryProps = {
  line: HelplineView;
  /** The heading it stands under; a line that serves only a part of it says so. */
  country: string;
};

/** One help line: its name and every way to reach it. */
export function HelplineEntry({ line, country }: HelplineEntryProps): ReactElement {
  const website = line.url === null ? null : websiteName(line.url);
  const details = [line.country === country ? null : line.country, line.hours, line.note].filter(Boolean);
  return (
    <>
      <strong className="rt-crisis__line">{line.name}</strong>
      {line.phone.map((number) => (
        <Way key={number}>
          <a href={telHref(number)}>{`Call ${number}`}</a>
        </Way>
      ))}
      {line.sms && (
        <Way>
          <a href={smsHref(line.sms)}>
            {line.sms.keyword ? `Text ${line.sms.keyword} to ${line.sms.to}` : `Text ${line.sms.to}`}
          </a>
        </Way>
      )}
      {line.url !== null && website !== null && (
        <Way>
          <TextLink href={line.url}>{website}</TextLink>
        </Way>
      )}
      {details.length > 0 && <span className="rt-crisis__details">{` ${details.join(", ")}`}</span>}
    </>
  );
}

/** The space keeps the ways apart where no style sheet does. */
function Way({ children }: { children: ReactNode }): ReactElement {
  return (
    <>
      {" "}
      <span className="rt-crisis__way">{children}</span>
    </>
  );
}
