import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { httpPresence, PresenceWatch, type Companion, type TabChannel, type TabMessage } from "./presence-watch";

const ana: Companion = { name: "Ana", sessionKey: "ana", self: false, since: new Date("2026-03-01T09:42:00Z") };
let tabs: TabChannel[];
/** Channels of one browser: each hears the others, not itself. */
function channel(): TabChannel {
  const own: TabChannel = {
    onmessage: null,
    postMessage: (data: TabMessage) => {
      for (const other of tabs) if (other !== own) other.onmessage?.({ data });
    },
    close: () => undefined,
  };
  tabs.push(own);
  return own;
}
type Asked = { leaving: boolean }[];
function watch(sessionKey: string, answer: () => Promise<{ others: Companion[]; version: number }>) {
  const asked: Asked = [];
  const seen: { companions: Companion[]; versions: number[] } = { companions: [], versions: [] };
  const one = new PresenceWatch({
    sessionKey,
    channel: channel(),
    ask: (leaving) => {
      asked.push({ leaving });
      return answer();
    },
    onVersion: (version) => seen.versions.push(version),
    onChange: (companions) => {
      seen.companions = companions;
    },
  });
  return { one, asked, seen };
}
const names = ({ seen }: { seen: { companions: Companion[] } }) => seen.companions.map(({ sessionKey }) => sessionKey);
const alone = () => Promise.resolve({ others: [], version: 1 });

beforeEach(() => {
  tabs = [];
  vi.useFakeTimers({ now: new Date("2026-03-01T10:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("presence", () => {
  it("is asked for at once and every ten seconds, and tells the version", async () => {
    const me = watch("me", () => Promise.resolve({ others: [ana], version: 7 }));
    me.one.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(me.seen).toEqual({ companions: [ana], versions: [7] });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(me.asked).toHaveLength(4);
    me.one.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(me.asked.map(({ leaving }) => leaving)).toEqual([false, false, false, false, true]);
  });

  it("outlives failures, and keeps what it knew", async () => {
    let fails = false;
    const me = watch("me", () =>
      fails ? Promise.reject(new Error("down")) : Promise.resolve({ others: [ana], version: 1 }),
    );
    me.one.start();
    await vi.advanceTimersByTimeAsync(0);
    fails = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(names(me)).toEqual(["ana"]);
    me.one.stop();
  });

  it("hears of another tab of the same browser at once, on both sides, and of its end", async () => {
    const [one, two] = [watch("one", alone), watch("two", alone)];
    one.one.start();
    two.one.start();
    expect([names(one), names(two)]).toEqual([["two"], ["one"]]);
    expect(one.seen.companions[0]).toMatchObject({ self: true });
    one.one.announceSave(9);
    expect(two.seen.versions).toContain(9);
    two.one.stop();
    expect(names(one)).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
  });

  it("counts a tab once that the server knows, too, and forgets one that crashed", async () => {
    const self = { name: "Me", sessionKey: "two", self: true, since: new Date("2026-03-01T10:00:00Z") };
    let others = [self];
    const one = watch("one", () => Promise.resolve({ others, version: 1 }));
    const two = watch("two", alone);
    one.one.start();
    two.one.start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(one.seen.companions).toEqual([self]);
    others = [];
    await vi.advanceTimersByTimeAsync(20_000);
    expect(names(one)).toEqual([]);
  });
});

describe("over HTTP", () => {
  it("posts the session and reads dates", async () => {
    const sent: RequestInit[] = [];
    const answer = { others: [{ ...ana, since: "2026-03-01T09:42:00.000Z" }], version: 3 };
    const ask = httpPresence("/presence", "me", (_, init = {}) => {
      sent.push(init);
      return Promise.resolve(Response.json(answer, { status: sent.length > 1 ? 500 : 200 }));
    });
    await expect(ask(false)).resolves.toEqual({ others: [ana], version: 3 });
    await expect(ask(true)).rejects.toThrow("500");
    expect(sent.map(({ body, keepalive }) => [JSON.parse(body as string) as unknown, keepalive])).toEqual([
      [{ sessionKey: "me", leaving: false }, false],
      [{ sessionKey: "me", leaving: true }, true],
    ]);
  });
});
