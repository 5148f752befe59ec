/**
 * Who else has an article open. The server is asked at once and every ten seconds; other tabs of the same browser are heard
 * of in the same moment, without the server. No React.
 */
import { now } from "@/lib/clock";

export type Companion = {
  name: string;
  sessionKey: string;
  /** Another tab of the same account. */
  self: boolean;
  since: Date;
};

type Answer = { others: Companion[]; version: number };

export type PresenceOptions = {
  sessionKey: string;
  /** Tells the server. Rejections are ignored: the next one comes soon. */
  ask: (leaving: boolean) => Promise<Answer>;
  /** Between the tabs of this browser; null where there is none. */
  channel: TabChannel | null;
  /** The server, or another tab, has this version. */
  onVersion: (version: number) => void;
  onChange: (companions: Companion[]) => void;
};

export type TabMessage =
  | { kind: "open" | "here"; sessionKey: string; since: number }
  | { kind: "closed"; sessionKey: string }
  | { kind: "saved"; version: number };
/** A BroadcastChannel, as far as it is used here. */
export type TabChannel = {
  postMessage: (message: TabMessage) => void;
  onmessage: ((event: { data: TabMessage }) => void) | null;
  close: () => void;
};

/** Milliseconds; the server forgets who was silent for thirty seconds. */
const interval = 10_000;

export class PresenceWatch {
  private readonly options: PresenceOptions;
  private readonly since = now();
  private readonly tabs = new Map<string, Companion>();
  private told: Companion[] = [];
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(options: PresenceOptions) {
    this.options = options;
  }

  start(): void {
    const { channel } = this.options;
    if (channel) {
      channel.onmessage = ({ data }) => {
        this.hear(data);
      };
    }
    this.say("open");
    void this.ask();
    this.timer ??= setInterval(() => void this.ask(), interval);
  }

  /** The tab is looked at again after a while in which browsers let timers sleep. */
  refresh(): void {
    if (this.timer !== null) void this.ask();
  }

  /** Tells the other tabs that there is something newer. */
  announceSave(version: number): void {
    this.options.channel?.postMessage({ kind: "saved", version });
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    const { channel, sessionKey, ask } = this.options;
    channel?.postMessage({ kind: "closed", sessionKey });
    if (channel) channel.onmessage = null;
    ask(true).catch(() => undefined);
    this.tabs.clear();
    this.told = [];
  }

  private say(kind: "open" | "here"): void {
    const { channel, sessionKey } = this.options;
    channel?.postMessage({ kind, sessionKey, since: this.since.getTime() });
  }

  private hear(message: TabMessage): void {
    switch (message.kind) {
      case "open":
      case "here": {
        const { sessionKey, since } = message;
        this.tabs.set(sessionKey, { name: "", sessionKey, self: true, since: new Date(since) });
        if (message.kind === "open") this.say("here");
        this.publish();
        return;
      }
      case "closed":
        this.tabs.delete(message.sessionKey);
        this.told = this.told.filter(({ sessionKey }) => sessionKey !== message.sessionKey);
        this.publish();
        return;
      case "saved":
        this.options.onVersion(message.version);
    }
  }

  private async ask(): Promise<void> {
    try {
      const { others, version } = await this.options.ask(false);
      if (this.timer === null) return;
      this.told = others;
      // A tab that crashed says nothing; the server stops knowing it after a while.
      for (const [sessionKey, tab] of this.tabs) {
        const isKnown = others.some((other) => other.sessionKey === sessionKey);
        if (!isKnown && now().getTime() - tab.since.getTime() > 2 * interval) this.tabs.delete(sessionKey);
      }
      this.publish();
      this.options.onVersion(version);
    } catch {
      // Nothing is known; what was known stays until the next answer.
    }
  }

  private publish(): void {
    const known = new Set(this.told.map(({ sessionKey }) => sessionKey));
    const tabs = [...this.tabs.values()].filter(({ sessionKey }) => !known.has(sessionKey));
    this.options.onChange([...this.told, ...tabs].sort((a, b) => a.since.getTime() - b.since.getTime()));
  }
}

/** Asks over HTTP. @param path deskPresencePath(articleId) */
export function httpPresence(path: string, sessionKey: string, send: typeof fetch = (...given) => fetch(...given)) {
  return async (leaving: boolean): Promise<Answer> => {
    const response = await send(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sessionKey, leaving }),
      keepalive: leaving,
    });
    if (!response.ok) throw new Error(`presence: ${String(response.status)}`);
    const { others, version } = (await response.json()) as {
      others: (Omit<Companion, "since"> & { since: string })[];
      version: number;
    };
    return { others: others.map((other) => ({ ...other, since: new Date(other.since) })), version };
  };
}
