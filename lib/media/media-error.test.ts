import { expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { MediaError, toAppError, type MediaErrorCode } from "./media-error";

it.each([
  ["not-an-image", "invalid"],
  ["unsupported-format", "invalid"],
  ["too-small", "invalid"],
  ["too-large", "too-large"],
  ["too-many-pixels", "too-large"],
] satisfies [MediaErrorCode, string][])("%s becomes %s, with the same words for the person", (code, expected) => {
  const error = new MediaError(code, "Do this instead.");
  const translated = toAppError(error);
  expect(translated).toBeInstanceOf(AppError);
  expect(translated).toMatchObject({ code: expected, message: "Do this instead.", cause: error });
});
