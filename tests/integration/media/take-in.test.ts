/** Uploads on their way through the queue: nothing that was accepted is lost, and nothing is made twice. */
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addDays } from "date-fns";
import { now, setClock } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { sql } from "@/lib/db/pool";
import { env, setEnvironment } from "@/lib/env";
import { startJobs } from "@/lib/jobs/runner";
import { tasks, type Tasks } from "@/lib/jobs/tasks";
import { forgetIntakes, makePicture } from "@/lib/media/commands/make-picture";
import { takeInReplacement, takeInUpload } from "@/lib/media/commands/take-in";
import { awaitIntake } from "@/lib/media/intake-queries";
import { openStorage } from "@/lib/storage/open-storage";
import { disableUser } from "@/lib/users/commands/manage-accounts";
import { anAccount, type TestAccount } from "@/tests/factories/accounts";
import { testActor } from "@/tests/factories/articles";
import { aMedia, aPicture } from "@/tests/factories/media";

vi.setConfig({ testTimeout: 60_000 });

const pace = { poll: 100, beat: 0.2, silence: 1.5, patience: 2_000 };
const patience = 30_000;
let author: TestAccount;
let editor: TestAccount;
let stopping: (() => Promise<void>)[] = [];
let disk = "";

beforeAll(async () => {
  disk = env().STORAGE_URL;
  [author, editor] = [await anAccount("author"), await anAccount("editor")];
});
beforeEach(async () => {
  setClock(null);
  setEnvironment({ STORAGE_URL: disk });
  await sql("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
});
afterEach(async () => {
  await Promise.all(stopping.map((stop) => stop()));
  stopping = [];
});
afterAll(() => {
  setClock(null);
});

/** Starts an instance that does only this kind of work. */
function anInstance(work: Tasks["make-picture"] = tasks["make-picture"]): void {
  const nothing = (): Promise<void> => Promise.resolve();
  const others = Object.fromEntries(Object.keys(tasks).map((name) => [name, nothing])) as unknown as Tasks;
  stopping.push(startJobs({ ...others, "make-picture": work }, pace));
}

const from = (bytes: Buffer) => ({ body: Readable.from([bytes.subarray(0, 40), bytes.subarray(40)]) });
const takeIn = async (bytes?: Buffer): Promise<string> =>
  takeInUpload(author.actor, from(bytes ?? (await aPicture())), { originalName: "a.png" });
const intake = (id: string) => database().pictureIntake.findUniqueOrThrow({ where: { id } });
const isStored = (key: string): Promise<boolean> => openStorage(env().STORAGE_URL).has(key);

describe("an upload", () => {
  it("waits in the storage, becomes a picture in the queue, and leaves nothing behind", async () => {
    const id = await takeIn();
    const { key } = await intake(id);
    expect(await isStored(key)).toBe(true);
    expect(await awaitIntake(author.actor, id, 0)).toEqual({ kind: "waiting" });
    anInstance();
    const made = await awaitIntake(author.actor, id, patience);
    expect(made).toMatchObject({ kind: "made", changed: true });
    const mediaId = made.kind === "made" ? made.mediaId : 0;
    expect(await database().media.findUnique({ where: { id: mediaId } })).toMatchObject({ originalName: "a.png" });
    const audit = { subjectType: "media", subjectId: String(mediaId) };
    expect(await database().auditEntry.findMany({ where: audit })).toMatchObject([{ actorLabel: author.email }]);
    await vi.waitFor(async () => {
      expect(await isStored(key)).toBe(false);
    });
  });

  it("is made once, also when several instances work and many come at the same time", async () => {
    const before = await database().media.count();
    anInstance();
    anInstance();
    const bytes = await aPicture();
    const ids = await Promise.all([takeIn(), takeIn(), takeIn(), takeIn(bytes), takeIn(bytes)]);
    const states = await Promise.all(ids.map((id) => awaitIntake(author.actor, id, patience)));
    expect(states.filter((state) => state.kind === "made" && state.changed)).toHaveLength(4);
    expect(await database().media.count()).toBe(before + 4);
  });

  it("survives the process that was making it", async () => {
    const id = await takeIn();
    await new Promise<void>((resolve) => {
      // It has made the picture and dies before it can say so: stands for a kill at the worst moment.
      anInstance(async ({ intakeId }) => {
        const { key } = await intake(intakeId);
        await makePicture(intakeId);
        await database().pictureIntake.update({
          where: { id: intakeId },
          data: { finishedAt: null, mediaId: null, changed: null },
        });
        await openStorage(env().STORAGE_URL).put(key, await aPicture(), "image/png");
        resolve();
        throw new Error("killed");
      });
    });
    await Promise.all(stopping.map((stop) => stop()));
    stopping = [];
    anInstance();
    expect(await awaitIntake(author.actor, id, patience)).toMatchObject({ kind: "made" });
  });

  it("is tried again while the storage is away", async () => {
    const id = await takeIn();
    let tries = 0;
    anInstance(async ({ intakeId }) => {
      tries += 1;
      setEnvironment({ STORAGE_URL: tries === 1 ? "s3://bucket?endpoint=http://127.0.0.1:9" : disk });
      await makePicture(intakeId);
    });
    expect(await awaitIntake(author.actor, id, patience)).toMatchObject({ kind: "made" });
    expect(tries).toBe(2);
  });
});

describe("a refusal", () => {
  it("comes at once for what is no picture by its header, and keeps nothing", async () => {
    const before = await database().pictureIntake.count();
    await expect(takeIn(Buffer.from("This is no picture, but a text of some length."))).rejects.toMatchObject({
      code: "invalid",
    });
    const declared = { body: Readable.from([]), declaredBytes: 26 * 1024 * 1024 };
    await expect(takeInUpload(author.actor, declared, { originalName: "a.png" })).rejects.toMatchObject({
      code: "too-large",
    });
    expect(await database().pictureIntake.count()).toBe(before);
  });

  it("of damaged pixels reaches the sender, and only the sender", async () => {
    const whole = await aPicture({ width: 400, height: 400 });
    const id = await takeIn(whole.subarray(0, whole.length - 200));
    anInstance();
    await expect(awaitIntake(author.actor, id, patience)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/damaged or incomplete/) as string,
    });
    await expect(awaitIntake(editor.actor, id, 0)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is what somebody gets whose account was disabled meanwhile", async () => {
    const leaving = await anAccount("author");
    const id = await takeInUpload(leaving.actor, from(await aPicture()), { originalName: "a.png" });
    await disableUser(testActor, { userId: leaving.id });
    anInstance();
    await expect(awaitIntake(leaving.actor, id, patience)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("new bytes of a picture", () => {
  it("are put in place by the queue; the same ones change nothing", async () => {
    const mediaId = await aMedia();
    const bytes = await aPicture();
    anInstance();
    const replace = async (): Promise<unknown> => {
      const id = await takeInReplacement(editor.actor, from(bytes), { mediaId, originalName: "b.png" });
      return awaitIntake(editor.actor, id, patience);
    };
    expect(await replace()).toEqual({ kind: "made", mediaId, changed: true });
    expect(await replace()).toEqual({ kind: "made", mediaId, changed: false });
    expect(await database().media.findUnique({ where: { id: mediaId } })).toMatchObject({ originalName: "b.png" });
  });

  it("are refused when the library has them under another id", async () => {
    const bytes = await aPicture();
    const mediaId = await aMedia();
    anInstance();
    const first = await takeIn(bytes);
    await awaitIntake(author.actor, first, patience);
    const id = await takeInReplacement(editor.actor, from(bytes), { mediaId, originalName: "b.png" });
    await expect(awaitIntake(editor.actor, id, patience)).rejects.toMatchObject({ code: "conflict" });
  });
});

it("is forgotten after a day, with its file", async () => {
  await forgetIntakes();
  const id = await takeIn();
  const { key } = await intake(id);
  expect(await forgetIntakes()).toBe(0);
  setClock(addDays(now(), 2));
  expect(await forgetIntakes()).toBeGreaterThanOrEqual(1);
  expect(await isStored(key)).toBe(false);
  await expect(awaitIntake(author.actor, id, 0)).rejects.toMatchObject({ code: "not-found" });
});
