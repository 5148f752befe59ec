import { createHash } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { beforeEach, describe, expect, it } from "vitest";
import { setEnvironment } from "@/lib/env";
import { errorPage, errorPageStyle } from "./error-page";
import { guardAnswer, guardErrorPage, guardReaderPage, readerPolicy } from "./security-headers";
import { speculationRules } from "./speculation-rules";
import { themeScript } from "./theme-script";

const fresh = (): ServerResponse => new ServerResponse(new IncomingMessage(new Socket()));
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split("; ").map((part): [string, string[]] => {
      const [name = "", ...sources] = part.split(" ");
      return [name, sources];
    }),
  );
}

beforeEach(() => {
  setEnvironment({ SITE_URL: "https://magazine.example" });
});

describe("the policy of reader pages", () => {
  const policy = directives(readerPolicy);

  it("allows the inline script of ours by its hash, and no other", () => {
    expect(policy.get("script-src")).toEqual(["'self'", hash(themeScript), hash(speculationRules)]);
    expect(readerPolicy).not.toMatch(/script-src[^;]*unsafe|\*|https?:(?!\/\/)/);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
  });
});

describe("an answer", () => {
  it("to readers that is a page carries everything", () => {
    const response = fresh();
    guardReaderPage(response);
    expect(response.getHeaders()).toMatchObject({
      "content-security-policy": readerPolicy,
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "strict-origin-when-cross-origin",
      "strict-transport-security": "max-age=31536000",
      "cross-origin-opener-policy": "same-origin",
    });
  });

  it("keeps what it says of itself", () => {
    const response = fresh();
    response.setHeader("Referrer-Policy", "no-referrer");
    guardReaderPage(response);
    expect(response.getHeader("referrer-policy")).toBe("no-referrer");
  });

  it("demands https only of sites that have it", () => {
    setEnvironment({ SITE_URL: "http://localhost:3000" });
    const response = fresh();
    guardAnswer(response);
    expect(response.getHeaders()).not.toHaveProperty("strict-transport-security");
    expect(response.getHeaders()).not.toHaveProperty("content-security-policy");
  });

  it("that is the error page may have its own style, by its hash", () => {
    const response = fresh();
    guardErrorPage(response, errorPageStyle);
    const policy = directives(String(response.getHeader("content-security-policy")));
    const [, style = ""] = /<style>(.*?)<\/style>/s.exec(errorPage(500, "abc")) ?? [];
    expect(policy.get("style-src")).toEqual([hash(style)]);
    expect(policy.get("default-src")).toEqual(["'none'"]);
  });
});
