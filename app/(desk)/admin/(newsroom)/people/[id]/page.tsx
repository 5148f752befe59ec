import type { Metadata } from "next";
import { PersonScreen } from "@/components/desk/people/person-screen";
import { getPerson } from "@/lib/people/queries";
import { authorPath, mediaVariant } from "@/lib/urls";
import { deskPage } from "../../desk-page";
import { numberOrNotFound } from "../../read-address";
import { deletePersonAction, updatePersonAction } from "../actions";

export const metadata: Metadata = { title: "Author page" };

export default deskPage(async (user, { params }: { params: Promise<{ id: string }> }) => {
  const { id, version, portrait, slug, ...fields } = await getPerson(user, numberOrNotFound((await params).id));
  const thumbnail = portrait && mediaVariant(portrait.key, portrait.widths[0] ?? portrait.width, "webp");
  return (
    <PersonScreen
      id={id}
      version={version}
      path={authorPath(slug)}
      initial={{ ...fields, slug, portrait: portrait && thumbnail ? { id: portrait.id, thumbnail } : null }}
      actions={{ save: updatePersonAction, remove: deletePersonAction }}
    />
  );
});
