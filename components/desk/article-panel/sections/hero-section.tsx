"use client";
import { useRef, useState, type ReactElement } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { cssPosition } from "@/components/desk/media/focal-point";
import { FocalPointPicker } from "@/components/desk/media/focal-point-picker";
import { MediaPicker } from "@/components/desk/media/media-picker";
import { deskFocalPointPath } from "@/lib/desk-urls";
import type { PickedMedia } from "@/lib/media/types";
import { askDesk } from "../ask-desk";
import { CopyTextField } from "../copy-text-field";
import { usePanel } from "../panel-context";
import { PanelGroup } from "../panel-group";

/** The picture at the head of the article, and of its card in lists and shared links. */
export function HeroSection(): ReactElement {
  const { copy } = usePanel();
  return (
    <>
      <PictureField />
      {copy.coverId !== null && (
        <>
          <AlternativeText />
          <CopyTextField field="coverCaption" label="Caption" hint="Under the picture; empty for none." counted />
        </>
      )}
    </>
  );
}

function PictureField(): ReactElement {
  const { copy, cover, onChange, onCoverChange } = usePanel();
  const [choosing, setChoosing] = useState(false);
  const chooser = useRef<HTMLButtonElement>(null);
  const choose = (media: PickedMedia): void => {
    if (media.id === copy.coverId) return;
    // The words for the picture before would be wrong for this one.
    onChange({ coverId: media.id, coverAlt: media.alt, coverCaption: null });
    onCoverChange(media);
  };
  return (
    <PanelGroup label="Picture" field="coverId">
      {cover && copy.coverId !== null && (
        <img
          src={cover.preview}
          width={cover.width}
          height={cover.height}
          alt={copy.coverAlt}
          style={{ objectPosition: cssPosition({ x: cover.focalX, y: cover.focalY }) }}
          className="aspect-video rounded-md bg-sunken w-full object-cover"
        />
      )}
      <div className="gap-2 flex flex-wrap">
        <Button
          ref={chooser}
          size="small"
          onClick={() => {
            setChoosing(true);
          }}
        >
          {copy.coverId === null ? "Choose a picture" : "Choose another"}
        </Button>
        {cover && copy.coverId !== null && <FocalPointButton cover={cover} />}
        {copy.coverId !== null && (
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              onChange({ coverId: null, coverAlt: "", coverCaption: null });
              onCoverChange(null);
              chooser.current?.focus();
            }}
          >
            Remove
          </Button>
        )}
      </div>
      <MediaPicker open={choosing} onOpenChange={setChoosing} onPick={choose} />
    </PanelGroup>
  );
}

function AlternativeText(): ReactElement {
  const { copy, cover, onChange } = usePanel();
  const words = cover?.alt ?? "";
  return (
    <div className="gap-1.5 grid">
      <CopyTextField
        field="coverAlt"
        label="Alternative text"
        hint="Says what the picture shows to those who don’t see it."
        long
        counted
      />
      {words !== "" && words !== copy.coverAlt && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => {
            onChange({ coverAlt: words });
          }}
        >
          Use the words of the library
        </Button>
      )}
    </div>
  );
}

function FocalPointButton({ cover }: { cover: PickedMedia }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        Focal point
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Focal point"
        description="It belongs to the picture, so it holds everywhere the picture is used."
      >
        <FocalPointForm
          cover={cover}
          close={() => {
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}

function FocalPointForm({ cover, close }: { cover: PickedMedia; close: () => void }): ReactElement {
  const { onCoverChange } = usePanel();
  const [point, setPoint] = useState({ x: cover.focalX, y: cover.focalY });
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setSaving(true);
    setProblem(null);
    try {
      const body = { focalX: point.x, focalY: point.y };
      onCoverChange(await askDesk<PickedMedia>(deskFocalPointPath(cover.id), { method: "PUT", body }));
      toast.success("The focal point is saved.");
      close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "This did not work. Try again.");
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className="gap-3 grid">
      {problem && <Notice tone="danger">{problem}</Notice>}
      <FocalPointPicker picture={cover} value={point} onChange={setPoint} disabled={saving} />
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button
          look="primary"
          pending={saving}
          onClick={() => {
            void save();
          }}
        >
          Save focal point
        </Button>
      </DialogActions>
    </div>
  );
}
