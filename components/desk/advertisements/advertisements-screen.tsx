"use client";
import { Megaphone } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { AdvertisementState } from "@/lib/advertising/types";
import { deskAdvertisementPath, deskNewAdvertisementPath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";

export type AdvertisementLine = {
  id: number;
  name: string;
  slot: string;
  kind: "image" | "html";
  state: AdvertisementState;
  enabled: boolean;
  startsAt: string | null;
  endsAt: string | null;
  version: number;
};

const states: Record<AdvertisementState, { words: string; tone: BadgeTone }> = {
  running: { words: "Running", tone: "good" },
  planned: { words: "Planned", tone: "accent" },
  over: { words: "Over", tone: "plain" },
  off: { words: "Off", tone: "plain" },
};

type AdvertisementsScreenProps = { advertisements: AdvertisementLine[]; switchAction: FormAction<number> };

/** All advertisements, with their off switches. */
export function AdvertisementsScreen({ advertisements, switchAction }: AdvertisementsScreenProps): ReactElement {
  const add = (
    <LinkButton look="primary" href={deskNewAdvertisementPath}>
      New advertisement
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Advertisements"
        description="Several in one slot take turns. A slot without a running advertisement takes no room on the page."
        actions={add}
      />
      {advertisements.length === 0 ? (
        <EmptyState icon={Megaphone} title="No advertisement yet" action={add}>
          Readers see none until one is here and switched on.
        </EmptyState>
      ) : (
        <DataTable
          label="Advertisements"
          rows={advertisements}
          columns={columnsFor(switchAction)}
          rowId={({ id }) => String(id)}
          rowName={({ name }) => name}
        />
      )}
    </>
  );
}

function columnsFor(switchAction: FormAction<number>): DataColumn<AdvertisementLine>[] {
  return [
    {
      id: "name",
      header: "Name",
      cell: ({ id, name, slot, kind }) => (
        <>
          <Link href={deskAdvertisementPath(id)} className="font-semibold hover:underline">
            {name}
          </Link>
          <p className="text-sm text-quiet">
            {slot}, {kind === "html" ? "HTML" : "picture"}
          </p>
        </>
      ),
    },
    {
      id: "state",
      header: "State",
      cell: ({ state }) => <Badge tone={states[state].tone}>{states[state].words}</Badge>,
    },
    { id: "time", header: "Time", cell: ({ startsAt, endsAt }) => timeOf(startsAt, endsAt) },
    {
      id: "switch",
      header: "Switch",
      cell: ({ id, version, enabled, name }) => (
        <ActionForm action={switchAction}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="expectedVersion" value={version} />
          <input type="hidden" name="enabled" value={enabled ? "false" : "true"} />
          <SubmitButton size="small" look="plain" aria-label={`Switch ${name} ${enabled ? "off" : "on"}`}>
            Switch {enabled ? "off" : "on"}
          </SubmitButton>
        </ActionForm>
      ),
    },
  ];
}

function timeOf(startsAt: string | null, endsAt: string | null): string {
  if (!startsAt && !endsAt) return "Always";
  return [startsAt ? `from ${startsAt}` : "", endsAt ? `until ${endsAt}` : ""].filter(Boolean).join(" ");
}
