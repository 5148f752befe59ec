import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { localDiskStorage } from "@/lib/storage/local-disk";
import { openStorage } from "@/lib/storage/open-storage";
import { s3Storage } from "@/lib/storage/s3";
import { parseS3Address } from "@/lib/storage/s3-address";
import type { ObjectStorage } from "@/lib/storage/storage";
import { bucketKey, startBucketServer, type BucketServer } from "./bucket-server";
import { describeStorage } from "./contract";

let folder = "";
let bucket: BucketServer;
let turn = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "disk-"));
  bucket = await startBucketServer();
});

afterAll(async () => {
  await bucket.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A folder of its own in the bucket for every test. */
function inBucket(): ObjectStorage {
  turn += 1;
  return openStorage(bucket.url.replace("?", `/test-${String(turn)}?`));
}

describeStorage("a local disk", () => {
  turn += 1;
  return localDiskStorage(path.join(folder, `test-${String(turn)}`));
});
describeStorage("a bucket", inBucket);

describe("a bucket's faults are answered with unavailable", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  const quick = { connect: 300, answer: 300, silence: 300 };
  const storageAt = (port: number, keys = `${bucketKey}:${bucketKey}`, name = "pictures") =>
    s3Storage(parseS3Address(`s3://${keys}@127.0.0.1:${String(port)}/${name}?tls=0`), quick);
  const unavailable = { code: "unavailable", message: expect.stringContaining("storage") as string };

  async function serverThat(answer: RequestListener): Promise<ObjectStorage> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return storageAt((server.address() as AddressInfo).port);
  }

  async function expectUnavailable(storage: ObjectStorage): Promise<void> {
    await expect(storage.put("a.png", Buffer.from("x"), "image/png")).rejects.toMatchObject(unavailable);
    await expect(storage.get("a.png")).rejects.toMatchObject(unavailable);
    await expect(storage.has("a.png")).rejects.toMatchObject(unavailable);
    await expect(storage.delete("a.png")).rejects.toMatchObject(unavailable);
  }

  it("when nobody listens", async () => {
    await expectUnavailable(storageAt(1));
  });

  it("when it never answers", async () => {
    await expectUnavailable(await serverThat(() => undefined));
  });

  it("when it fails", async () => {
    await expectUnavailable(
      await serverThat((request, response) => {
        request.resume();
        response.writeHead(503).end();
      }),
    );
  });

  it("when it refuses the account, without a word of its secret", async () => {
    const storage = storageAt(bucket.port, "SOMEBODY:hushed");
    const error: unknown = await storage.put("a.png", Buffer.from("x"), "image/png").catch((reason: unknown) => reason);
    expect(error).toMatchObject(unavailable);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("hushed");
  });

  it("when the bucket does not exist", async () => {
    const storage = storageAt(bucket.port, undefined, "no-such-bucket");
    await expect(storage.put("a.png", Buffer.from("x"), "image/png")).rejects.toMatchObject(unavailable);
    await expect(storage.get("a.png")).rejects.toMatchObject(unavailable);
  });

  it("and a download that falls silent ends with an error, never with half a picture", async () => {
    const storage = await serverThat((_request, response) => {
      response.writeHead(200, { "Content-Length": "1000000", "Content-Type": "image/png" });
      response.write("half");
    });
    const object = await storage.get("a.png");
    await expect(buffer(object!.body)).rejects.toThrow();
  });

  it("but a hiccup is tried again", async () => {
    let requests = 0;
    const storage = await serverThat((request, response) => {
      requests += 1;
      request.resume();
      response.writeHead(requests === 1 ? 503 : 200).end();
    });
    await storage.put("a.png", Buffer.from("x"), "image/png");
    expect(requests).toBe(2);
  });
});

it("ignores what a bucket says of an object's type", async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Length": "1", "Content-Type": "text/html" }).end("x");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const object = await openStorage(`s3://k:s@127.0.0.1:${String(port)}/pictures?tls=0`).get("a.png");
  expect(object?.contentType).toBe("image/png");
  object?.body.destroy();
  server.closeAllConnections();
  server.close();
});
