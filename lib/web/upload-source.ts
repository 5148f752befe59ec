import { AppError } from "@/lib/errors";
import type { UploadSource } from "@/lib/media/commands/read-upload";

/** The body of a request as an upload: a sender who breaks off is an expected failure, not one of ours. */
export function uploadSource(request: Request): UploadSource {
  const length = request.headers.get("content-length");
  return {
    body: chunksOf(request.body),
    ...(length !== null && /^\d{1,15}$/.test(length) && { declaredBytes: Number(length) }),
  };
}

/** @throws AppError "invalid" when the sender breaks off */
async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await nextChunk(reader);
      if (done) break;
      yield value;
    }
    ended = true;
  } finally {
    // Whoever stops taking chunks wants no more of them; cancelling what failed already changes nothing.
    if (!ended) await reader.cancel().catch(() => undefined);
  }
}

async function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (cause) {
    throw new AppError("invalid", "The upload was broken off. Please send the file again.", { cause });
  }
}
