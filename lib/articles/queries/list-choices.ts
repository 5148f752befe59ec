import type { Actor } from "@/lib/auth/actor";
import { authorise, permissions, type Permission } from "@/lib/auth/permissions";
import type { Role } from "@/lib/auth/roles";
import { sql } from "@/lib/db/pool";
import type { Choice, ListChoices } from "../list-choices";

/** What articles can be filtered by and given to. Accounts that can't sign in are left out. @throws AppError "forbidden" */
export async function listChoices(actor: Actor): Promise<ListChoices> {
  authorise(actor, "article.read");
  const [categories, tags, people, accounts] = await Promise.all([
    sql<Choice>("SELECT id, name FROM category ORDER BY position, name, id"),
    sql<Choice>("SELECT id, name FROM tag ORDER BY lower(name), id"),
    sql<Choice>("SELECT id, name FROM person ORDER BY lower(name), id"),
    sql<Choice & { role: Role }>(
      "SELECT id, name, role FROM app_user WHERE disabled_at IS NULL AND role::text = ANY($1) ORDER BY lower(name), id",
      [[...rolesWith("article.read")]],
    ),
  ]);
  const having = (permission: Permission): Choice[] =>
    accounts.filter(({ role }) => rolesWith(permission).includes(role)).map(({ id, name }) => ({ id, name }));
  return {
    categories,
    tags,
    people,
    accounts: having("article.read"),
    editors: having("article.publish"),
    reviewers: having("article.review"),
  };
}

function rolesWith(permission: Permission): readonly Role[] {
  return permissions[permission].roles;
}
