import type { BulkInput } from "@/lib/articles/commands/run-bulk";
import { readForm } from "@/lib/web/read-form";

/** A form of the list as the input of `runBulk`, which checks it. Fields that are not there change nothing. */
export function readBulk(form: FormData): BulkInput {
  const { verb, articleIds, reason, gone } = readForm(form, {
    verb: "text",
    articleIds: "numbers",
    reason: "text",
    gone: "flag",
  });
  return {
    // A verb that there is not, the schema refuses.
    verb: verb as BulkInput["verb"],
    articleIds,
    ...(form.has("reason") && { reason, gone }),
    ...accountField(form, "editorId"),
    ...accountField(form, "reviewerId"),
  };
}

/** "" leaves an account as it is, "nobody" takes it away. */
function accountField<Name extends "editorId" | "reviewerId">(
  form: FormData,
  name: Name,
): { [N in Name]?: number | null } {
  const { [name]: text = "" } = readForm(form, { [name]: "text" as const });
  if (text === "") return {};
  return { [name]: text === "nobody" ? null : Number(text) } as { [N in Name]?: number | null };
}
