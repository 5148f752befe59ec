import type { Metadata } from "next";
import { PageForm } from "@/components/desk/pages/page-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { authorise } from "@/lib/auth/permissions";
import { deskPagesPath } from "@/lib/desk-urls";
import { deskPage } from "../../desk-page";
import { createPageAction } from "../actions";

export const metadata: Metadata = { title: "New page" };

export default deskPage((user) => {
  authorise(user, "page.edit");
  return Promise.resolve(
    <>
      <PageHeader title="New page" actions={<LinkButton href={deskPagesPath}>All pages</LinkButton>} />
      <PageForm
        initial={{ body: { type: "doc", content: [{ type: "paragraph" }] }, noindex: false }}
        media={{}}
        action={createPageAction}
        submit="Put the page online"
      />
    </>,
  );
});
