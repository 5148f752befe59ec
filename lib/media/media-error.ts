import { AppError } from "@/lib/errors";

export type MediaErrorCode = "not-an-image" | "too-large" | "too-many-pixels" | "too-small" | "unsupported-format";

/** An upload that cannot become a picture. `message` says to the person who uploaded it what to do; `cause` is for the log. */
export class MediaError extends Error {
  override name = "MediaError";
  readonly code: MediaErrorCode;

  constructor(code: MediaErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The same failure in the words of every other verb: what does not fit is "too-large", what cannot be used "invalid". */
export function toAppError(error: MediaError): AppError {
  const code = error.code === "too-large" || error.code === "too-many-pixels" ? "too-large" : "invalid";
  return new AppError(code, error.message, { cause: error });
}
