import { describe, expect, it } from "vitest";
import { maxUploadBytes } from "@/lib/media/limits";
import { bodyLimit, jsonBytes, workingCopyBytes } from "./body-limits";

describe("bodyLimit", () => {
  it.each([
    ["POST", "/admin/api/media?name=a.jpg", maxUploadBytes + 2 ** 20],
    ["PUT", "/admin/api/media/12/file", maxUploadBytes + 2 ** 20],
    ["PUT", "/admin/api/media/12/focal-point", jsonBytes],
    ["PUT", "/admin/api/articles/7/working-copy", workingCopyBytes],
    ["POST", "/admin/api/articles/7/presence", jsonBytes],
    ["POST", "/admin/sign-in", 64 * 1024],
    ["POST", "/admin/sign-in?next=%2Fadmin", 64 * 1024],
    ["POST", "/admin/reset-password/0123abcd", 64 * 1024],
    ["POST", "/admin/reset-password/0123abcd/more", 2 ** 20],
    ["POST", "/admin", 2 ** 20],
    ["POST", "/admin/articles/7", 2 ** 20],
    ["POST", "/api/auth/callback/credentials", 64 * 1024],
    ["POST", "/", 0],
    ["POST", "/administration", 0],
    ["POST", "/news/admin/api/media", 0],
    ["DELETE", "/search?q=/admin/api/", 0],
    ["GET", "/admin/api/media", 0],
    ["HEAD", "/admin/sign-in", 0],
  ])("%s %s takes %i bytes", (method, url, bytes) => {
    expect(bodyLimit(method, url).bytes).toBe(bytes);
  });

  it("gives uploads time, and nothing else", () => {
    expect(bodyLimit("POST", "/admin/api/media").slow).toBe(true);
    expect(bodyLimit("POST", "/admin/sign-in").slow).toBe(false);
  });
});
