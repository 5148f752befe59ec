"use client";
import type { ReactElement } from "react";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, Select, TextArea, TextInput } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import type { SiteSettings } from "@/lib/settings/schema";
import type { FormAction } from "@/lib/web/action-state";

type SettingsScreenProps = {
  version: number;
  settings: SiteSettings;
  /** IANA names. */
  timeZones: string[];
  action: FormAction<number>;
};

type Part = { settings: SiteSettings };

/** What an administrator can change about the site. */
export function SettingsScreen({ version, settings, timeZones, action }: SettingsScreenProps): ReactElement {
  return (
    <>
      <PageHeader title="Settings" description="They hold for the whole site from the moment they are saved." />
      <ActionForm action={action} className="gap-6 max-w-3xl grid">
        <input type="hidden" name="expectedVersion" value={version} />
        <SiteCard settings={settings} />
        <TimeCard settings={settings} timeZones={timeZones} />
        <SafetyCard settings={settings} />
        <div>
          <SubmitButton>Save the settings</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

function SiteCard({ settings }: Part): ReactElement {
  return (
    <Card title="The site">
      <div className="gap-4 grid">
        <Field label="Name" name="settings.name">
          <TextInput defaultValue={settings.name} required maxLength={60} />
        </Field>
        <Field label="Tagline" name="settings.tagline" hint="One sentence at the top of the home page">
          <TextInput defaultValue={settings.tagline} maxLength={160} />
        </Field>
        <Field label="Description" name="settings.description" hint="In the footer, and for search engines">
          <TextArea defaultValue={settings.description} maxLength={400} />
        </Field>
        <Field label="Contact" name="settings.contactEmail" hint="The e-mail address that readers see">
          <TextInput type="email" defaultValue={settings.contactEmail} required maxLength={254} />
        </Field>
        <Checkbox
          name="settings.machineText"
          label="Machine-readable text"
          hint="Markdown of each article and /llms.txt, for programs that read. Off, those addresses do not exist."
          defaultChecked={settings.machineText}
        />
      </div>
    </Card>
  );
}

function TimeCard({ settings, timeZones }: Part & { timeZones: string[] }): ReactElement {
  return (
    <Card title="Dates and reviews">
      <div className="gap-4 grid">
        <Field label="Time zone" name="settings.timeZone" hint="Dates are shown, and schedules read, in this zone.">
          <Select defaultValue={settings.timeZone}>
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Review cycle, in months"
          name="settings.reviewCycleMonths"
          hint="After this time an article is due for another look."
        >
          <TextInput type="number" min={1} max={120} defaultValue={settings.reviewCycleMonths} className="max-w-32" />
        </Field>
      </div>
    </Card>
  );
}

function SafetyCard({ settings }: Part): ReactElement {
  return (
    <Card title="Privacy and safety">
      <div className="gap-4 grid">
        <Checkbox
          name="settings.analytics"
          label="Page views may be counted"
          hint="Off, reader pages count nothing. The magazine has no counting of its own yet, so nothing is counted while it is on either."
          defaultChecked={settings.analytics}
        />
        <Checkbox
          name="settings.requireSecondFactorForAdministrators"
          label="Administrators need a second factor"
          hint="Those without an authenticator app set one up before they can do anything else."
          defaultChecked={settings.requireSecondFactorForAdministrators}
        />
      </div>
    </Card>
  );
}
