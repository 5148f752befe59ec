import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/**
 * Reads one line without showing it. From a pipe, the first line of standard input.
 * @param prompt shown on a terminal only
 */
export async function readSecret(prompt: string): Promise<string> {
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const interactive = process.stdin.isTTY;
  if (interactive) process.stdout.write(prompt);
  const lines = createInterface({ input: process.stdin, output: silent, terminal: interactive });
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
    if (interactive) process.stdout.write("\n");
  }
}
