/** A real server that speaks S3, with one empty bucket, for tests. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "s3rver";

export type BucketServer = { url: string; port: number; folder: string; stop: () => Promise<void> };

/** The only credentials that s3rver knows. */
export const bucketKey = "S3RVER";
export const bucketName = "pictures";

/** Starts on a free port. @returns `url` for STORAGE_URL */
export async function startBucketServer(): Promise<BucketServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "bucket-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: bucketName }],
  });
  const { port } = await server.run();
  return {
    url: `s3://${bucketKey}:${bucketKey}@127.0.0.1:${String(port)}/${bucketName}?tls=0`,
    port,
    folder,
    stop: async () => {
      server.httpServer.closeAllConnections();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
