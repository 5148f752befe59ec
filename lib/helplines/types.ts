/** A help line as a reader's page needs it. */
export type HelplineView = {
  id: string;
  /** ISO 3166-1 code of the country (GB, US), or INTL for a service that is not of one country. */
  region: string;
  country: string;
  name: string;
  /** As written in the country, with spaces. */
  phone: string[];
  /** `keyword` is the word to send, when the service asks for one. */
  sms: { to: string; keyword: string | null } | null;
  url: string | null;
  hours: string | null;
  /** What a caller must know, for example which option to choose. Shown to readers. */
  note?: string | null;
};

/** A help line as the desk edits it. */
export type HelplineRecord = {
  id: string;
  region: string;
  country: string;
  name: string;
  kind: string;
  phone: string[];
  smsTo: string | null;
  smsKeyword: string | null;
  url: string | null;
  hours: string | null;
  note: string | null;
  audience: string | null;
  /** Where the number was read. */
  sourceUrl: string;
  /** Month in which it was checked, as YYYY-MM; null when not known. */
  asOf: string | null;
  version: number;
};
