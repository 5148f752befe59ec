import type { Metadata } from "next";
import { AdvertisementForm } from "@/components/desk/advertisements/advertisement-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { slotFacts } from "@/lib/advertising/slots";
import { authorise } from "@/lib/auth/permissions";
import { deskAdvertisementsPath } from "@/lib/desk-urls";
import { getSiteSettings } from "@/lib/settings/queries";
import { deskPage } from "../../desk-page";
import { createAdvertisementAction } from "../actions";

export const metadata: Metadata = { title: "New advertisement" };

export default deskPage(async (user) => {
  authorise(user, "advertising.edit");
  const { timeZone } = await getSiteSettings();
  const { width, height } = slotFacts["article-side"];
  return (
    <>
      <PageHeader
        title="New advertisement"
        actions={<LinkButton href={deskAdvertisementsPath}>All advertisements</LinkButton>}
      />
      <AdvertisementForm
        initial={{ slot: "article-side", width, height, enabled: true }}
        timeZone={timeZone}
        action={createAdvertisementAction}
        submit="Add the advertisement"
      />
    </>
  );
});
