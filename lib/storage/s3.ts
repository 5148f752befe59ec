/** Object storage in a bucket of a server that speaks Amazon S3's protocol. Any number of processes may share it. */
import { Readable } from "node:stream";
import type * as Sdk from "@aws-sdk/client-s3";
import { AppError } from "@/lib/errors";
import type { S3Address } from "./s3-address";
import type { ObjectStorage, StoredObject } from "./storage";
import { parseKey, parseKeyForWriting } from "./storage-key";

export type S3Timeouts = {
  /** Until a connection stands, in milliseconds. */
  connect: number;
  /** Until an answer begins, in milliseconds. */
  answer: number;
  /** Without a single byte in either direction, in milliseconds. Also ends a download that nobody takes. */
  silence: number;
};

const usualTimeouts: S3Timeouts = { connect: 3_000, answer: 20_000, silence: 30_000 };

/** One try and two more, with growing pauses (the SDK's standard retry mode). */
const attempts = 3;

/** The address of a picture holds the hash of its bytes, so whoever reads the bucket directly may keep what it gets. */
const cacheControl = "public, max-age=31536000, immutable";

/**
 * Keeps objects in a bucket, which must exist. The account needs to get, put and delete objects, and to list the bucket:
 * without that, Amazon says "forbidden" where it means "not there".
 */
export function s3Storage(address: S3Address, timeouts: S3Timeouts = usualTimeouts): ObjectStorage {
  const at = (key: string): { Bucket: string; Key: string } => ({ Bucket: address.bucket, Key: address.prefix + key });
  let opened: Promise<Opened> | undefined;
  // The SDK takes a quarter of a second to load; a site that keeps its files on a disk never does.
  const open = (): Promise<Opened> => (opened ??= openClient(address, timeouts));
  return {
    async put(key, body, contentType) {
      parseKeyForWriting(key, contentType);
      await orUnavailable(`write ${key}`, async () => {
        const { sdk, client } = await open();
        const object = { ...at(key), Body: body, ContentType: contentType, CacheControl: cacheControl };
        await client.send(new sdk.PutObjectCommand(object));
      });
    },
    async get(key) {
      const { contentType } = parseKey(key);
      return orUnavailable(`read ${key}`, async () => {
        const { sdk, client } = await open();
        const answer = await orNullWhenMissing(() => client.send(new sdk.GetObjectCommand(at(key))));
        return answer && storedObject(key, answer, contentType);
      });
    },
    async has(key) {
      parseKey(key);
      return orUnavailable(`look up ${key}`, async () => {
        const { sdk, client } = await open();
        return (await orNullWhenMissing(() => client.send(new sdk.HeadObjectCommand(at(key))))) !== null;
      });
    },
    async delete(key) {
      parseKey(key);
      await orUnavailable(`delete ${key}`, async () => {
        const { sdk, client } = await open();
        // Amazon answers 204 for what is not there, some other servers 404.
        await orNullWhenMissing(() => client.send(new sdk.DeleteObjectCommand(at(key))));
      });
    },
  };
}

type Opened = { sdk: typeof Sdk; client: Sdk.S3Client };

async function openClient(address: S3Address, timeouts: S3Timeouts): Promise<Opened> {
  const sdk = await import("@aws-sdk/client-s3");
  const { endpoint, region, accessKeyId, secretAccessKey, pathStyle } = address;
  const client = new sdk.S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: pathStyle,
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: timeouts.connect,
      requestTimeout: timeouts.answer,
      throwOnRequestTimeout: true,
      socketTimeout: timeouts.silence,
    },
    // The SDK's newer checksums are unknown to many servers that are not Amazon's; the signature covers the body anyway.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return { sdk, client };
}

/** The content type is the extension's, never what the bucket says: somebody else may have written there. */
function storedObject(key: string, answer: Sdk.GetObjectCommandOutput, contentType: string): StoredObject {
  const { Body: body, ContentLength: size } = answer;
  if (!(body instanceof Readable) || size === undefined) throw new Error(`${key} came without a body or a length`);
  return { body, size, contentType };
}

/** A missing bucket is a fault of the storage, not a missing object. HEAD has no body and says only "NotFound". */
async function orNullWhenMissing<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && (error.name === "NoSuchKey" || error.name === "NotFound")) return null;
    throw error;
  }
}

async function orUnavailable<Value>(what: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (cause) {
    throw new AppError("unavailable", `The file storage could not ${what}.`, { cause });
  }
}
