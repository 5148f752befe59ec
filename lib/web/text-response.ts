/** A short line for a program that asked for something that is not there. */
export function textResponse(status: number, line: string): Response {
  return new Response(`${line}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache", "X-Robots-Tag": "noindex" },
  });
}
