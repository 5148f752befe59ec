/** The bytes of an upload. Private to the verbs of this folder. */
import { maxUploadBytes } from "../limits";
import { readLimited, tooLarge } from "../read-limited";
import { orAppError } from "./stored-files";

/** Bytes on their way: a request's body, or a file that is being read. */
export type UploadSource = {
  body: AsyncIterable<Uint8Array>;
  /** What the sender says it will be (Content-Length); too much is refused before a byte is read. */
  declaredBytes?: number;
};

/** Reads them. @throws AppError "too-large" above 25 MB; whatever the source fails with */
export function readUpload({ body, declaredBytes }: UploadSource): Promise<Buffer> {
  return orAppError(async () => {
    if (declaredBytes !== undefined && declaredBytes > maxUploadBytes) throw tooLarge();
    return readLimited(body);
  });
}
