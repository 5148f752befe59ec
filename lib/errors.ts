/** What can go wrong on purpose, as one closed set with one status table. */

export type ErrorCode =
  | "not-found"
  | "gone"
  | "invalid"
  | "forbidden"
  | "conflict"
  | "too-large"
  | "rate-limited"
  | "unavailable"
  | "internal";

/** HTTP status per code (RFC 9110). */
export const httpStatus = {
  "not-found": 404,
  gone: 410,
  invalid: 400,
  forbidden: 403,
  conflict: 409,
  "too-large": 413,
  "rate-limited": 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/**
 * An expected failure. `message` is for people and may be shown; `cause` is for the log only.
 */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
