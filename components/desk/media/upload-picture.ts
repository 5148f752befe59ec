/** Sends one picture to the library, from the browser, and tells how far it is. */
import type { LibraryPicture } from "@/lib/media/types";
import { deskMediaReplacePath, deskMediaUploadPath } from "@/lib/desk-urls";
import { maxUploadBytes } from "@/lib/media/limits";

/** The picture as the library has it now. */
export type UploadedMedia = LibraryPicture & {
  /** The library had the very same file already: this is that picture, with its own words. */
  duplicate: boolean;
};

/** Why an upload came to nothing, in words for the person who sent it. */
export class UploadError extends Error {
  override name = "UploadError";
  /** True when the same file may well get through later: no network, a busy server, no session. */
  readonly mayWorkLater: boolean;

  constructor(message: string, mayWorkLater: boolean) {
    super(message);
    this.mayWorkLater = mayWorkLater;
  }
}

/** How much of a file is sent, 0..1; 1 also means that the server is still working on it. */
export type OnProgress = (fraction: number) => void;

/**
 * Uploads a picture to the library.
 * @param signal ends the upload; the promise then rejects with the signal's reason
 * @param folderId where it goes; null is the top of the library. A picture that is there already stays where it is
 * @throws UploadError with a message that may be shown
 */
export function uploadPicture(
  file: File,
  onProgress: OnProgress,
  signal?: AbortSignal,
  folderId: number | null = null,
): Promise<UploadedMedia> {
  return send({
    method: "POST",
    address: deskMediaUploadPath({ name: file.name, folderId }),
    file,
    onProgress,
    signal,
  });
}

/**
 * Gives a picture new bytes under the same id: everything that shows it shows the new ones.
 * @throws UploadError with a message that may be shown
 */
export function replacePicture(
  mediaId: number,
  file: File,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<UploadedMedia> {
  return send({ method: "PUT", address: deskMediaReplacePath(mediaId, file.name), file, onProgress, signal });
}

type Sending = {
  method: "POST" | "PUT";
  address: string;
  file: File;
  onProgress: OnProgress;
  signal: AbortSignal | undefined;
};

/** By XMLHttpRequest: fetch tells nothing of how far a body is sent. */
function send({ method, address, file, onProgress, signal }: Sending): Promise<UploadedMedia> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // The server would say the same, after the whole file was sent.
    if (file.size > maxUploadBytes) throw new UploadError(tooLargeWords, false);
    const request = new XMLHttpRequest();
    const stop = (): void => {
      request.abort();
      reject(signal?.reason as Error);
    };
    request.open(method, address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) onProgress(Math.min(1, loaded / total));
    });
    request.addEventListener("error", () => {
      reject(new UploadError("The connection was lost. Try again when you are online.", true));
    });
    request.addEventListener("load", () => {
      const answer = readAnswer(request.status, request.responseText);
      if (answer instanceof UploadError) reject(answer);
      else resolve("waitAt" in answer ? whenMade(answer.waitAt, signal) : answer);
    });
    request.addEventListener("loadend", () => {
      signal?.removeEventListener("abort", stop);
    });
    signal?.addEventListener("abort", stop, { once: true });
    request.send(file);
  });
}

/**
 * Asks until the picture is made. The server has the file and answers slowly on purpose, so a broken line is only a reason to
 * ask again.
 */
async function whenMade(address: string, signal: AbortSignal | undefined): Promise<UploadedMedia> {
  let failures = 0;
  for (let round = 0; round < mostRounds && failures < mostFailures; round += 1) {
    const answer = await askWhetherMade(address, signal);
    if (answer instanceof UploadError) {
      if (!answer.mayWorkLater) throw answer;
      failures += 1;
      await new Promise((resolve) => setTimeout(resolve, pauseAfterFailure));
    } else if ("waitAt" in answer) failures = 0;
    else return answer;
  }
  throw new UploadError("The server has this file and is still working on it. Look in the library later.", true);
}

async function askWhetherMade(
  address: string,
  signal: AbortSignal | undefined,
): Promise<UploadedMedia | BeingMade | UploadError> {
  try {
    const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
    return readAnswer(response.status, await response.text());
  } catch {
    signal?.throwIfAborted();
    return new UploadError("The connection was lost.", true);
  }
}

/** Each of up to 15 seconds: ten minutes. */
const mostRounds = 40;
const mostFailures = 10;
/** Milliseconds. */
const pauseAfterFailure = 1_000;

const tooLargeWords = `This file is larger than ${String(maxUploadBytes / 1024 / 1024)} MB. Upload a smaller version.`;

/** Where to ask for a picture that is still being made. */
type BeingMade = { waitAt: string };

/** Reads what the server says. @param status of HTTP; @param text the body */
export function readAnswer(status: number, text: string): UploadedMedia | BeingMade | UploadError {
  const answer = parseObject(text);
  if (status === 202 && answer && "waitAt" in answer) return answer as BeingMade;
  if (status >= 200 && status < 300 && answer && "id" in answer) return answer as UploadedMedia;
  // 401: after signing in again, in another tab.
  const mayWorkLater = [401, 408, 429].includes(status) || status >= 500;
  return new UploadError(wordsOf(answer) ?? `The server could not take this file (${String(status)}).`, mayWorkLater);
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function wordsOf(answer: object | null): string | null {
  if (!answer || !("error" in answer)) return null;
  const { error } = answer;
  if (typeof error !== "object" || error === null || !("message" in error)) return null;
  return typeof error.message === "string" ? error.message : null;
}
