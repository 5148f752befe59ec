import type { PersonInput } from "@/lib/people/schema";
import { readForm } from "@/lib/web/read-form";
import { readJsonField } from "@/lib/web/read-json-field";

/** What an author page's form says. Verbs check it. */
export function readPerson(form: FormData): PersonInput & { slug: string } {
  const fields = readForm(form, {
    name: "text",
    slug: "text",
    kind: "text",
    jobTitle: "text?",
    credentials: "text?",
    licence: "text?",
    orcid: "text?",
    bio: "text",
    portraitId: "number?",
  });
  return { ...fields, links: readJsonField(form, "links") } as PersonInput & { slug: string };
}
