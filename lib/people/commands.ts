import { recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { bumpContentVersion } from "@/lib/content-version/commands";
import type { Transaction } from "@/lib/db/client";
import { refuseTaken } from "@/lib/db/refuse-taken";
import { takeVersion } from "@/lib/db/take-version";
import { transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { InputError, parseInput } from "@/lib/input";
import { countMenuLinks, moveMenuLinks } from "@/lib/navigation/commands";
import { redirectMoved } from "@/lib/redirects/commands/redirect-moved";
import { authorPath } from "@/lib/urls";
import {
  deletePersonInput,
  personInput,
  updatePersonInput,
  type DeletePersonInput,
  type PersonInput,
  type UpdatePersonInput,
} from "./schema";

const takenSlug = { slug: ["is the address of another person"] };

/** Adds a person or desk that can sign articles. @returns its id @throws AppError "forbidden", "invalid" */
export function createPerson(actor: Actor, input: PersonInput): Promise<number> {
  authorise(actor, "person.edit");
  const data = parseInput(personInput, input);
  return transaction(async (tx) => {
    await refuseMissingPortrait(tx, data.portraitId);
    const { id } = await refuseTaken(takenSlug, () => tx.person.create({ data, select: { id: true } }));
    await recordAudit(tx, actor, { action: "person.created", subjectType: "person", subjectId: id, after: data });
    await bumpContentVersion(tx, { paths: [], cards: [authorPath(data.slug)] });
    return id;
  });
}

/**
 * Changes an author page. A new slug moves its address: the old one leads there from the same moment on.
 * @returns its new version
 * @throws AppError "forbidden", "invalid", "not-found", "conflict"
 */
export function updatePerson(actor: Actor, input: UpdatePersonInput): Promise<number> {
  authorise(actor, "person.edit");
  const { id, expectedVersion, person } = parseInput(updatePersonInput, input);
  return transaction(async (tx) => {
    const version = await takeVersion(tx, "person", id, expectedVersion);
    await refuseMissingPortrait(tx, person.portraitId);
    const { version: _, ...before } = await tx.person.findUniqueOrThrow({ where: { id }, omit: { id: true } });
    await refuseTaken(takenSlug, () => tx.person.update({ where: { id }, data: person }));
    if (before.slug !== person.slug) {
      const [from, to] = [authorPath(before.slug), authorPath(person.slug)];
      await redirectMoved(tx, { from, to, under: true });
      await moveMenuLinks(tx, { from, to });
    }
    await recordAudit(tx, actor, {
      action: "person.saved",
      subjectType: "person",
      subjectId: id,
      before,
      after: person,
    });
    // The name stands under every article they signed; naming no path means all pages.
    await bumpContentVersion(tx, { paths: [], foremost: [before.slug, person.slug].map((slug) => authorPath(slug)) });
    return version;
  });
}

/** Removes somebody who signed and reviewed nothing. @throws AppError "forbidden", "invalid", "not-found"; "conflict" otherwise */
export function deletePerson(actor: Actor, input: DeletePersonInput): Promise<void> {
  authorise(actor, "person.edit");
  const { id, expectedVersion } = parseInput(deletePersonInput, input);
  return transaction(async (tx) => {
    await takeVersion(tx, "person", id, expectedVersion);
    const before = await tx.person.findUniqueOrThrow({ where: { id } });
    await refuseUsed(tx, id, before.slug);
    await tx.person.delete({ where: { id } });
    await recordAudit(tx, actor, { action: "person.deleted", subjectType: "person", subjectId: id, before });
    await bumpContentVersion(tx, { paths: [], foremost: [authorPath(before.slug)] });
  });
}

async function refuseUsed(tx: Transaction, id: number, slug: string): Promise<void> {
  const signed =
    (await tx.articleAuthor.count({ where: { personId: id } })) ||
    (await tx.publicationAuthor.count({ where: { personId: id } }));
  const reviewed =
    (await tx.article.count({ where: { reviewerId: id } })) ||
    (await tx.publication.count({ where: { reviewerId: id } }));
  const links = await countMenuLinks(tx, authorPath(slug));
  const places = [
    signed > 0 ? `signed ${String(signed)}` : "",
    reviewed > 0 ? `reviewed ${String(reviewed)}` : "",
    links > 0 ? `stands in a menu` : "",
  ].filter((place) => place !== "");
  if (places.length === 0) return;
  throw new AppError(
    "conflict",
    `This author page is used: ${places.join(", ")}. Change the articles or the menu first.`,
  );
}

async function refuseMissingPortrait(tx: Transaction, mediaId: number | null): Promise<void> {
  if (mediaId === null) return;
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM media WHERE id = ${mediaId} FOR KEY SHARE`;
  if (rows.length === 0) throw new InputError({ portraitId: ["is a picture that is no longer there"] });
}
