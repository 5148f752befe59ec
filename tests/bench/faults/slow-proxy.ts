/** A TCP proxy in front of Postgres that can make every statement slow. */
import { connect, createServer, type AddressInfo } from "node:net";
import { Transform } from "node:stream";

export type SlowProxy = {
  /** The address of the database behind it. */
  url: string;
  /** Milliseconds by which everything that is sent to the database comes later. */
  delay: number;
  stop: () => void;
};

export async function startSlowProxy(databaseUrl: string): Promise<SlowProxy> {
  const target = new URL(databaseUrl);
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const late = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        if (proxy.delay === 0) done(null, chunk);
        else setTimeout(done, proxy.delay, null, chunk);
      },
    });
    client.pipe(late).pipe(database).pipe(client);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  const proxy: SlowProxy = { url: url.href, delay: 0, stop: () => server.close() };
  return proxy;
}
