import { describe, expect, it } from "vitest";
import { readAnswer, UploadError } from "./upload-picture";

const refusal = (message: string): string => JSON.stringify({ error: { code: "invalid", message } });

describe("readAnswer", () => {
  it("gives the picture back", () => {
    expect(readAnswer(200, JSON.stringify({ id: 3, duplicate: true }))).toEqual({ id: 3, duplicate: true });
  });

  it("says where to ask for a picture that is still being made", () => {
    const waitAt = "/admin/api/media/intake/1";
    expect(readAnswer(202, JSON.stringify({ waitAt }))).toEqual({ waitAt });
  });

  it.each([
    [400, refusal("SVG files cannot be used here."), "SVG files cannot be used here.", false],
    [413, refusal("Too large."), "Too large.", false],
    [401, refusal("You are no longer signed in."), "You are no longer signed in.", true],
    [503, refusal("The database can't be reached."), "The database can't be reached.", true],
    [502, "<html>Bad gateway</html>", "The server could not take this file (502).", true],
    [200, "<html>Sign in</html>", "The server could not take this file (200).", false],
    [400, "null", "The server could not take this file (400).", false],
    [400, JSON.stringify({ error: null }), "The server could not take this file (400).", false],
  ])("%i %s says %s", (status, text, message, mayWorkLater) => {
    const answer = readAnswer(status, text);
    expect(answer).toBeInstanceOf(UploadError);
    expect(answer).toMatchObject({ message, mayWorkLater });
  });
});
