"use client";
import { CircleCheck, CircleX, Copy, RotateCcw, X } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { deskMediaItemPath } from "@/lib/desk-urls";
import { isUnderWay, isWorthRetrying, stateWords, summaryOf, type UploadJob } from "./upload-queue";
import type { Uploads } from "./use-uploads";

/** What happens to each file that was chosen, and what can be done about it. Nothing while nothing was chosen. */
export function UploadList({ uploads, links = true }: { uploads: Uploads; links?: boolean }): ReactElement {
  const { queue } = uploads;
  return (
    <section aria-label="Uploads" className={queue.length > 0 ? "rounded-lg border-line bg-raised p-3 border" : ""}>
      <p role="status" className={queue.length > 0 ? "font-semibold" : "sr-only"}>
        {summaryOf(queue)}
      </p>
      {queue.length > 0 && (
        <>
          <ul className="mt-2 max-h-64 gap-2 grid overflow-y-auto">
            {queue.map((job) => (
              <UploadRow key={job.id} job={job} uploads={uploads} links={links} />
            ))}
          </ul>
          {queue.some((job) => !isUnderWay(job)) && (
            <Button look="quiet" size="small" className="mt-2" onClick={uploads.clear}>
              Clear list
            </Button>
          )}
        </>
      )}
    </section>
  );
}

type UploadRowProps = { job: UploadJob; uploads: Uploads; links: boolean };

function UploadRow({ job, uploads, links }: UploadRowProps): ReactElement {
  const { id, name, state } = job;
  return (
    <li className="gap-x-3 gap-y-1 flex flex-wrap items-center">
      <StateIcon state={state} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {state.status === "sending" && (
        <progress
          aria-label={`Upload of ${name}`}
          max={1}
          {...(state.fraction < 1 && { value: state.fraction })}
          className="h-2 w-28 accent-(--accent)"
        />
      )}
      <span className={state.status === "failed" ? "text-sm text-danger" : "text-sm text-quiet"}>
        {stateWords(state)}
      </span>
      {state.status === "done" && links && (
        <Link href={deskMediaItemPath(state.media.id)} scroll={false} className="text-sm text-accent underline">
          Open<span className="sr-only"> {name}</span>
        </Link>
      )}
      {isWorthRetrying(job) && (
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            uploads.retry(id);
          }}
        >
          <RotateCcw aria-hidden className="size-4" />
          Try again<span className="sr-only">: {name}</span>
        </Button>
      )}
      <Button
        look="quiet"
        size="icon"
        aria-label={isUnderWay(job) ? `Cancel ${name}` : `Take ${name} off the list`}
        onClick={() => {
          if (isUnderWay(job)) uploads.cancel(id);
          else uploads.dismiss(id);
        }}
      >
        <X aria-hidden />
      </Button>
    </li>
  );
}

function StateIcon({ state }: { state: UploadJob["state"] }): ReactElement | null {
  if (state.status === "failed") return <CircleX aria-hidden className="size-4 text-danger" />;
  if (state.status !== "done") return null;
  if (state.media.duplicate) return <Copy aria-hidden className="size-4 text-warn" />;
  return <CircleCheck aria-hidden className="size-4 text-good" />;
}
