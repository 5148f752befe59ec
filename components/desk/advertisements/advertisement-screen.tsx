import type { ReactElement, ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { deskAdvertisementsPath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";
import { AdvertisementForm, type AdvertisementValues } from "./advertisement-form";

type AdvertisementScreenProps = {
  id: number;
  version: number;
  initial: AdvertisementValues;
  timeZone: string;
  /** As readers see it; null when nothing is left to show. */
  preview: ReactNode;
  actions: { save: FormAction<number>; remove: FormAction<never> };
};

/** One advertisement, with what readers see of it. */
export function AdvertisementScreen(props: AdvertisementScreenProps): ReactElement {
  const { id, version, initial, timeZone, preview, actions } = props;
  return (
    <>
      <PageHeader
        title={initial.name}
        actions={<LinkButton href={deskAdvertisementsPath}>All advertisements</LinkButton>}
      />
      <div className="gap-6 xl:grid-cols-[minmax(0,48rem)_1fr] grid items-start">
        <Card title="Advertisement">
          <AdvertisementForm initial={initial} timeZone={timeZone} action={actions.save} submit="Save">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="expectedVersion" value={version} />
          </AdvertisementForm>
        </Card>
        <div className="gap-6 grid">
          <Card title="Preview" description="What was saved last, as readers get it.">
            <div className="rounded-md border-line p-2 overflow-x-auto border border-dashed [&_a]:underline [&_img]:max-w-full">
              {preview ?? <p className="text-quiet">Nothing to show.</p>}
            </div>
          </Card>
          <Card title="Delete" description="Its picture stays in the library.">
            <ConfirmButton
              look="danger"
              action={actions.remove}
              fields={{ id, expectedVersion: version }}
              title={`Delete ${initial.name ?? "the advertisement"}?`}
              explanation="Readers no longer see it. To pause it, switch it off instead."
              confirm="Delete the advertisement"
            >
              Delete the advertisement
            </ConfirmButton>
          </Card>
        </div>
      </div>
    </>
  );
}
