import type { HelplineView } from "@/lib/helplines/types";

/** A line with one phone number. */
export function helpline(id: string, region: string): HelplineView {
  return {
    id,
    region,
    country: `Country ${region}`,
    name: `Line ${id}`,
    phone: ["116 123"],
    sms: null,
    url: null,
    hours: null,
  };
}
