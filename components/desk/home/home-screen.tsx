"use client";
import { Pin } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { Badge } from "@/components/ui/badge";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { deskHomePath, deskHomeSlotPath } from "@/lib/desk-urls";
import type { FormAction } from "@/lib/web/action-state";
import { PinForm, type ChosenPlace } from "./pin-form";

export type HomePlaceLine = {
  slot: string;
  label: string;
  /** Headline that readers see there now; null while the site has too few stories. */
  shown: string | null;
  pin: { articleId: number; headline: string; until: string; visible: boolean } | null;
};

type HomeScreenProps = {
  places: HomePlaceLine[];
  /** The place a story is being chosen for. */
  chosen: ChosenPlace | null;
  actions: { pin: FormAction<never>; unpin: FormAction<void> };
};

/** The places of the home page: what is pinned, until when, and what stands there now. */
export function HomeScreen({ places, chosen, actions }: HomeScreenProps): ReactElement {
  const router = useRouter();
  const place = places.find(({ slot }) => slot === chosen?.slot);
  return (
    <>
      <PageHeader
        title="Home page"
        description="Pin a story to a place until a date; the newest stories fill the others. No story stands on the page twice."
        actions={
          <LinkButton href="/" prefetch={false}>
            See the page
          </LinkButton>
        }
      />
      <ol aria-label="Places of the home page" className="gap-2 grid">
        {places.map((line) => (
          <PlaceRow key={line.slot} place={line} unpin={actions.unpin} />
        ))}
      </ol>
      {chosen && place && (
        <Dialog
          open
          onOpenChange={() => {
            router.push(deskHomePath, { scroll: false });
          }}
          title={`Pin a story: ${place.label}`}
          description="A story that is pinned elsewhere moves here."
        >
          <PinForm chosen={chosen} expectedArticleId={place.pin?.articleId ?? null} action={actions.pin} />
        </Dialog>
      )}
    </>
  );
}

function PlaceRow({ place, unpin }: { place: HomePlaceLine; unpin: FormAction<void> }): ReactElement {
  const { slot, label, shown, pin } = place;
  return (
    <li className="gap-3 rounded-lg border-line bg-raised px-4 py-3 flex flex-wrap items-center justify-between border">
      <div className="min-w-0 basis-64 flex-1">
        <p className="text-sm text-quiet">{label}</p>
        <p className="font-semibold break-words">{shown ?? "Nothing yet"}</p>
        {pin && (
          <p className="gap-2 mt-1 text-sm flex flex-wrap items-center">
            <Badge tone={pin.visible ? "accent" : "warn"}>
              <Pin aria-hidden className="size-3" />
              {pin.visible ? "Pinned" : "Waiting"}
            </Badge>
            <span>
              {pin.visible
                ? `until ${pin.until}`
                : `“${pin.headline}” is pinned until ${pin.until}, and readers do not see it now`}
            </span>
          </p>
        )}
      </div>
      <div className="gap-2 flex flex-wrap">
        <LinkButton href={deskHomeSlotPath(slot)} scroll={false} size="small" aria-label={`Pin a story: ${label}`}>
          {pin ? "Pin another" : "Pin a story"}
        </LinkButton>
        {/* Stays in the page when the pin is gone: it has yet to say so. */}
        <span hidden={!pin}>
          <ConfirmButton
            size="small"
            look="quiet"
            aria-label={`Unpin: ${label}`}
            action={unpin}
            fields={{ slot, expectedArticleId: pin?.articleId ?? "" }}
            title={`Unpin “${pin?.headline ?? ""}”?`}
            explanation="The place fills itself with the newest story that stands nowhere else."
            confirm="Unpin"
          >
            Unpin
          </ConfirmButton>
        </span>
      </div>
    </li>
  );
}
