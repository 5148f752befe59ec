import type { HelplineInput } from "@/lib/helplines/schema";
import { readForm } from "@/lib/web/read-form";

/** What a help line's form says. Verbs check it. */
export function readHelpline(form: FormData): HelplineInput {
  const { phone, ...fields } = readForm(form, {
    id: "text",
    region: "text",
    country: "text",
    name: "text",
    kind: "text",
    phone: "text",
    smsTo: "text?",
    smsKeyword: "text?",
    url: "text?",
    hours: "text?",
    note: "text?",
    audience: "text?",
    sourceUrl: "text",
    asOf: "text?",
  });
  const numbers = phone.split("\n").map((line) => line.trim());
  return { ...fields, phone: numbers.filter((number) => number !== "") };
}
