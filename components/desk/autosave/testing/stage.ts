/** A server, a network that a test decides on, and people who write. */
import { afterEach, beforeEach, vi } from "vitest";
import { workingCopyInput, type WorkingCopy } from "@/lib/articles/schema";
import { now } from "@/lib/clock";
import { plainText } from "@/lib/richtext/plain-text";
import { doc, heading, paragraph } from "@/lib/richtext/testing/shorthand";
import type { SaveAnswer, SaveRequest, SaveTransport } from "../autosave-types";
import { SimulatedServer } from "./simulated-server";
import { typed, Writer } from "./writer";

export const copy: WorkingCopy = workingCopyInput.parse({
  slug: "a-piece",
  categoryId: 1,
  headline: "A piece",
  body: doc(heading(2, "One"), paragraph("First."), paragraph("Second.")),
});

type Respond = (request: SaveRequest) => Promise<SaveAnswer> | SaveAnswer;

/** Set up anew for every test of the file that calls this, with a clock that stands still. */
export function setStage() {
  const stage = {
    server: new SimulatedServer(copy),
    requests: [] as { request: SaveRequest; keepalive: boolean }[],
    respond: (() => Promise.reject(new Error("not set"))) as Respond,
  };
  const transport: SaveTransport = async (request, { keepalive = false } = {}) => {
    stage.requests.push({ request, keepalive });
    return stage.respond(request);
  };
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date("2026-03-01T10:00:00Z") });
    stage.server = new SimulatedServer(copy);
    stage.requests = [];
    stage.respond = (request) => stage.server.save(request, now());
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  return Object.assign(stage, {
    writer: (given: Partial<ConstructorParameters<typeof Writer>[1]> = {}) =>
      new Writer(
        { version: stage.server.version, copy: stage.server.copy },
        { transport, sessionKey: "session-1", ...given },
      ),
    /** Somebody else saves. */
    theirs: (patch: Partial<WorkingCopy>): void => {
      const { version } = stage.server;
      const request = { expectedVersion: version, sessionKey: "other", saveNumber: version, workingCopy: patch };
      stage.server.save(request, now());
    },
    text: () => plainText(stage.server.copy.body),
  });
}

/** Lets so many milliseconds pass. */
export const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
export const lost = () => Promise.reject(new TypeError("Failed to fetch"));
export function say(one: Writer, index: number, words: string): void {
  one.edit({ body: typed(one.screen.body, index, words) });
}
