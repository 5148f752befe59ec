import type { Metadata } from "next";
import { PersonForm } from "@/components/desk/people/person-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { authorise } from "@/lib/auth/permissions";
import { deskPeoplePath } from "@/lib/desk-urls";
import { deskPage } from "../../desk-page";
import { createPersonAction } from "../actions";

export const metadata: Metadata = { title: "New author page" };

export default deskPage((user) => {
  authorise(user, "person.edit");
  return Promise.resolve(
    <>
      <PageHeader title="New author page" actions={<LinkButton href={deskPeoplePath}>All people</LinkButton>} />
      <PersonForm initial={{ kind: "person", links: [] }} action={createPersonAction} submit="Add the author page" />
    </>,
  );
});
