/**
 * Several people (and tabs) write in one article over a network that loses a fifth of what is sent. Whatever was typed is in
 * the end in the article, or was shown to somebody as one side of a question, or is kept in the browser of whoever crashed.
 */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { workingCopyInput, type WorkingCopy } from "@/lib/articles/schema";
import { plainText } from "@/lib/richtext/plain-text";
import { doc, heading, paragraph } from "@/lib/richtext/testing/shorthand";
import { seeded, type Random } from "@/lib/richtext/testing/seeded-random";
import { sameValue } from "@/lib/articles/compare/value-key";
import { answered, type Choice } from "./merge-choices";
import { flakyTransport, healthy, type NetworkFaults } from "./testing/flaky-network";
import type { SaveTransport } from "./autosave-types";
import { SimulatedServer } from "./testing/simulated-server";
import { typed, Writer } from "./testing/writer";
import { asStored } from "./working-copy-changes";

const bad: NetworkFaults = { lost: 10, unanswered: 10, repeated: 10, slowest: 1_500 };
const start: WorkingCopy = workingCopyInput.parse({
  slug: "a-piece",
  categoryId: 1,
  headline: "A piece",
  body: doc(heading(2, "One"), ...Array.from({ length: 6 }, (_, index) => paragraph(`Paragraph ${String(index)}.`))),
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-01T10:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** One story: people open the article, type, crash, answer questions. */
class Story {
  readonly server = new SimulatedServer(start);
  readonly writers: Writer[] = [];
  readonly count = { questions: 0, merges: 0, crashes: 0 };
  faults = bad;
  private readonly random: Random;
  private readonly transport: SaveTransport;
  private readonly keystrokes: string[] = [];
  private readonly shown: string[] = [];
  private opened = 0;

  constructor(seed: number) {
    this.random = seeded(seed);
    this.transport = flakyTransport(this.server, () => this.faults, this.random);
    for (let people = 2 + this.random.below(3); people > 0; people -= 1) this.writers.push(this.open());
  }

  async play(length: number, crashing: boolean): Promise<void> {
    const { random, writers, server } = this;
    for (let step = 0; step < length; step += 1) {
      const index = random.below(writers.length);
      this.press(writers[index]!, `k${String(step)}x`);
      await vi.advanceTimersByTimeAsync(random.below(900));
      if (random.below(6) === 0) this.answerQuestions();
      if (random.below(20) === 0) writers[random.below(writers.length)]!.controller.noticeVersion(server.version);
      if (crashing && random.below(25) === 0) await this.crash(index);
    }
  }

  /** The network is mended, everybody stops typing. */
  async settle(): Promise<void> {
    this.faults = healthy;
    for (let round = 0; round < 40 && !this.isSettled(); round += 1) {
      for (const one of this.writers) one.controller.again();
      await vi.advanceTimersByTimeAsync(3_000);
      this.answerQuestions();
      for (const one of this.writers) one.controller.noticeVersion(this.server.version);
      await vi.advanceTimersByTimeAsync(3_000);
    }
  }

  expectNothingLost(): void {
    for (const one of this.writers) {
      expect(one.controller.getSnapshot()).toMatchObject({ status: "saved", version: this.server.version });
      expect(sameValue(asStored(one.screen), this.server.copy)).toBe(true);
      expect(one.store.kept).toBeNull();
      if (one.controller.getSnapshot().merged) this.count.merges += 1;
    }
    const known = `${plainText(this.server.copy.body)} ${this.server.copy.excerpt} ${this.shown.join(" ")}`;
    expect(this.keystrokes.filter((word) => !known.includes(word))).toEqual([]);
  }

  private isSettled(): boolean {
    return this.writers.every(
      ({ status, screen }) => status === "saved" && sameValue(asStored(screen), this.server.copy),
    );
  }

  private open(): Writer {
    this.opened += 1;
    const base = { version: this.server.version, copy: structuredClone(this.server.copy) };
    const sessionKey = `session-${String(this.opened)}`;
    return new Writer(base, { transport: this.transport, sessionKey, random: () => this.random.below(100) / 100 });
  }

  /** Types one word somewhere. Words are never taken away, so each must be found again. */
  private press(one: Writer, word: string): void {
    const { body, excerpt } = one.screen;
    this.keystrokes.push(word);
    if (this.random.below(10) === 0) one.edit({ excerpt: `${excerpt} ${word}` });
    else one.edit({ body: typed(body, 1 + this.random.below(body.content.length + 1), word) });
  }

  private answerQuestions(): void {
    for (const { controller } of this.writers) {
      controller.reopenQuestion();
      const { question } = controller.getSnapshot();
      if (!question) continue;
      this.count.questions += question.conflicts.length;
      // Both sides of every question are on the screen; the writer decides.
      this.shown.push(JSON.stringify(question.conflicts));
      const choices = question.conflicts.map((): Choice => this.random.pick(["mine", "theirs", "both"]));
      controller.answerQuestion(answered(question, choices));
    }
  }

  /** The browser dies; somebody opens the article again and takes back what the browser kept. */
  private async crash(index: number): Promise<void> {
    const crashed = this.writers[index]!;
    crashed.controller.stop();
    await vi.advanceTimersByTimeAsync(0);
    const { kept } = crashed.store;
    const next = this.open();
    this.writers[index] = next;
    this.count.crashes += 1;
    const everywhere = JSON.stringify([
      kept?.copy,
      this.server.copy,
      this.writers.map(({ screen }) => screen),
      this.shown,
    ]);
    const onScreen = JSON.stringify(crashed.screen);
    const gone = this.keystrokes.filter((word) => onScreen.includes(word) && !everywhere.includes(word));
    // The browser's copy is at most two seconds behind: nothing but the last strokes may be missing.
    expect(gone.filter((word) => !this.keystrokes.slice(-8).includes(word))).toEqual([]);
    for (const word of gone) this.keystrokes.splice(this.keystrokes.indexOf(word), 1);
    if (kept) next.controller.resume(kept);
  }
}

async function tell(seed: number, crashing: boolean): Promise<Story> {
  const story = new Story(seed);
  await story.play(120, crashing);
  await story.settle();
  story.expectNothingLost();
  return story;
}

it.each(Array.from({ length: 20 }, (_, index) => index + 1))("loses no keystroke (seed %i)", async (seed) => {
  await tell(seed, false);
});

it.each(Array.from({ length: 10 }, (_, index) => index + 101))("loses none in a crash (seed %i)", async (seed) => {
  await tell(seed, true);
});

it("meets questions, merges and crashes on the way", async () => {
  const total = { questions: 0, merges: 0, crashes: 0 };
  for (let seed = 201; seed < 206; seed += 1) {
    const { questions, merges, crashes } = (await tell(seed, true)).count;
    total.questions += questions;
    total.merges += merges;
    total.crashes += crashes;
  }
  expect(total.questions).toBeGreaterThan(10);
  expect(total.merges).toBeGreaterThan(5);
  expect(total.crashes).toBeGreaterThan(5);
});
