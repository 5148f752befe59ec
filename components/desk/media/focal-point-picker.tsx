"use client";
import { useId, type KeyboardEvent, type MouseEvent, type ReactElement } from "react";
import { cropRatios, cropSizes, missingCrops, ratioWords, type CropRatio } from "@/lib/media/crops";
import type { LibraryPicture } from "@/lib/media/types";
import { cssPosition, focalWords, movedByKey, pointAt, type FocalPoint } from "./focal-point";

type FocalPointPickerProps = {
  picture: Pick<LibraryPicture, "preview" | "width" | "height" | "crops">;
  value: FocalPoint;
  onChange: (point: FocalPoint) => void;
  disabled: boolean;
};

/** A picture on which the point that must stay in view is set, by pointer or by arrow keys, and what crops make of it. */
export function FocalPointPicker({ picture, value, onChange, disabled }: FocalPointPickerProps): ReactElement {
  const id = useId();
  const set = (event: MouseEvent<HTMLButtonElement>): void => {
    // Enter and Space click without a place.
    if (event.detail === 0) return;
    onChange(pointAt(event, event.currentTarget.getBoundingClientRect()));
  };
  const move = (event: KeyboardEvent): void => {
    const moved = movedByKey(value, event.key, event.shiftKey);
    if (!moved) return;
    event.preventDefault();
    onChange(moved);
  };
  return (
    <div className="gap-3 grid">
      <button
        type="button"
        aria-label="Focal point"
        aria-describedby={`${id}-help ${id}-value`}
        disabled={disabled}
        onClick={set}
        onKeyDown={move}
        className="rounded-md bg-sunken relative mx-auto block max-w-full cursor-crosshair overflow-hidden"
      >
        <img
          src={picture.preview}
          width={picture.width}
          height={picture.height}
          alt=""
          draggable={false}
          className="max-h-[50dvh] w-auto object-contain"
        />
        <span
          aria-hidden
          style={{ left: `${String(value.x * 100)}%`, top: `${String(value.y * 100)}%` }}
          className="size-7 border-white bg-white/25 pointer-events-none absolute -translate-1/2 rounded-full border-2 shadow-[0_0_0_2px_rgb(0_0_0/65%)]"
        />
      </button>
      <p id={`${id}-help`} className="text-sm text-quiet">
        Click what must stay in view when the picture is cropped, or move the point with the arrow keys (Shift moves it
        further, Home brings it back to the middle).
      </p>
      <output id={`${id}-value`} className="text-sm">
        {focalWords(value)}
      </output>
      <Crops picture={picture} value={value} />
    </div>
  );
}

const looks = { "16x9": "aspect-video", "4x3": "aspect-4/3", "1x1": "aspect-square" } as const;

function Crops({ picture, value }: Pick<FocalPointPickerProps, "picture" | "value">): ReactElement {
  const missing = missingCrops(picture.crops);
  return (
    <div className="gap-2 grid">
      <ul aria-label="Crops" className="h-20 gap-2 flex">
        {cropRatios.map((ratio) => (
          <li key={ratio} className="relative h-full">
            <img
              src={picture.preview}
              alt={`Cropped to ${ratioWords(ratio)}`}
              style={{ objectPosition: cssPosition(value) }}
              className={`rounded h-full object-cover ${looks[ratio]} ${missing.includes(ratio) ? "opacity-40" : ""}`}
            />
          </li>
        ))}
      </ul>
      {missing.length > 0 && <p className="text-sm text-quiet">{shortfall(missing)}</p>}
    </div>
  );
}

function shortfall(missing: readonly CropRatio[]): string {
  const needed = missing.map((ratio) => {
    const { width, height } = cropSizes[ratio];
    return `${ratioWords(ratio)} (${String(width)} × ${String(height)} pixels)`;
  });
  return `The file is too small for these crops for search engines, so they are left out: ${needed.join(", ")}.`;
}
