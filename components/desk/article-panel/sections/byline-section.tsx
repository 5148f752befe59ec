"use client";
import { X } from "lucide-react";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { now } from "@/lib/clock";
import { dayOf, noonOf, readPastDay } from "../calendar-day";
import { CopyTextField } from "../copy-text-field";
import { peopleById, searchPeople } from "../desk-lookups";
import { usePanel } from "../panel-context";
import { PanelGroup } from "../panel-group";
import type { PersonChoice } from "../panel-types";
import { PickedList } from "../picked-list";
import { SearchPicker } from "../search-picker";
import { useDraft } from "../use-draft";
import { useKnown, type Known } from "../use-known";

/** lib/articles/schema.ts refuses more. */
const mostAuthors = 8;

/** Who answers for the article: byline, clinical reviewer, and what readers are told before they start. */
export function BylineSection(): ReactElement {
  const { copy, choices, onChange } = usePanel();
  const ids = copy.reviewerId === null ? copy.authorIds : [...copy.authorIds, copy.reviewerId];
  const people = useKnown(choices.people, ids, peopleById);
  return (
    <>
      <AuthorsField people={people} />
      <Checkbox
        name="healthClaims"
        label="Makes health claims"
        hint="It says something about causes, symptoms, treatment or medicines. Before it is published it then needs a clinical reviewer, and a reference in its text."
        checked={copy.healthClaims}
        onChange={({ target }) => {
          onChange({ healthClaims: target.checked });
        }}
      />
      <ReviewerField people={people} />
      {copy.reviewerId !== null && <ReviewDay />}
      <CopyTextField
        field="contentNote"
        label="Content note"
        hint="For readers who may not want to read on: “This article describes self-harm.” It stands above the text."
        long
        counted
      />
    </>
  );
}

type PeopleProps = { people: Known<PersonChoice> };

function AuthorsField({ people }: PeopleProps): ReactElement {
  const { copy, onChange } = usePanel();
  const { authorIds } = copy;
  const isFull = authorIds.length >= mostAuthors;
  return (
    <PanelGroup
      label="Authors"
      field="authorIds"
      hint={isFull ? `These are ${String(mostAuthors)}; there is room for no more.` : "In the order of the byline."}
    >
      <PickedList
        ids={authorIds}
        nameOf={people.nameOf}
        detailOf={(id) => detailOf(people.find(id))}
        onChange={(ids) => {
          onChange({ authorIds: ids });
        }}
      >
        <SearchPicker
          label="Add an author"
          placeholder="Search by name…"
          search={searchPeople}
          detail={detailOf}
          chosen={authorIds}
          disabled={isFull}
          onPick={(person) => {
            people.add(person);
            onChange({ authorIds: [...authorIds, person.id] });
          }}
        />
      </PickedList>
    </PanelGroup>
  );
}

function ReviewerField({ people }: PeopleProps): ReactElement {
  const { copy, onChange } = usePanel();
  const { reviewerId } = copy;
  const person = reviewerId === null ? undefined : people.find(reviewerId);
  return (
    <PanelGroup label="Clinical reviewer" field="reviewerId" hint="Readers see “Reviewed by” with this name.">
      {reviewerId !== null && (
        <div className="min-h-9 rounded-md bg-sunken pl-2.5 flex items-center">
          <span className="min-w-0 py-1 flex-1 wrap-anywhere">
            {people.nameOf(reviewerId)} <span className="text-sm text-quiet">{detailOf(person)}</span>
          </span>
          <Button
            look="quiet"
            size="icon"
            aria-label={`Take ${people.nameOf(reviewerId)} away as the reviewer`}
            onClick={() => {
              onChange({ reviewerId: null, reviewedAt: null });
            }}
          >
            <X aria-hidden />
          </Button>
        </div>
      )}
      <SearchPicker
        label={reviewerId === null ? "Choose a reviewer" : "Choose another reviewer"}
        placeholder="Search by name…"
        search={searchPeople}
        detail={detailOf}
        chosen={reviewerId === null ? [] : [reviewerId]}
        single
        onPick={(chosen) => {
          people.add(chosen);
          // Who reviews now has not reviewed on the day of somebody else.
          onChange({ reviewerId: chosen.id, reviewedAt: null });
        }}
      />
      {reviewerId !== null && copy.authorIds.includes(reviewerId) && (
        <Notice tone="warn">{people.nameOf(reviewerId)} is an author too. Choose somebody else to review.</Notice>
      )}
    </PanelGroup>
  );
}

function ReviewDay(): ReactElement {
  const { copy, onChange, site } = usePanel();
  const { text, problem, type, settle, reset } = useDraft({
    value: copy.reviewedAt,
    show: (moment) => dayOf(moment, site.timeZone),
    read: (typed) => readPastDay(typed, site.timeZone, now()),
    onValue: (reviewedAt) => {
      onChange({ reviewedAt });
    },
  });
  return (
    <div className="gap-1.5 grid">
      <Field
        label="Reviewed on"
        name="reviewedAt"
        error={problem}
        hint={`The day in the site’s time zone, ${site.timeZone}. Change it only when the whole text was reviewed.`}
      >
        <TextInput
          type="date"
          value={text}
          onChange={(event) => {
            type(event.target.value);
          }}
          onBlur={settle}
        />
      </Field>
      <Button
        size="small"
        className="justify-self-start"
        onClick={() => {
          reset();
          onChange({ reviewedAt: noonOf(dayOf(now(), site.timeZone), site.timeZone) });
        }}
      >
        Today
      </Button>
    </div>
  );
}

function detailOf(person: PersonChoice | undefined): string | null {
  if (!person) return null;
  return person.kind === "desk" ? "a desk" : person.credentials;
}
