/** Asks a JSON address of the desk, from the browser. */

/** What went wrong, in words that may be shown. */
export class DeskAnswerError extends Error {
  override name = "DeskAnswerError";
  /** By field, when the answer names any. */
  readonly fields: Record<string, string[]>;

  constructor(message: string, fields: Record<string, string[]> = {}) {
    super(message);
    this.fields = fields;
  }
}

type Asking = { method?: "GET" | "POST" | "PUT"; body?: unknown; signal?: AbortSignal };

/**
 * @returns the answer, as the route promises it
 * @throws DeskAnswerError with a message that may be shown; the signal's reason when it was aborted
 */
export async function askDesk<Answer>(path: string, { method = "GET", body, signal }: Asking = {}): Promise<Answer> {
  const response = await send(path, {
    method,
    headers: { Accept: "application/json", ...(body !== undefined && { "Content-Type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw failure(response.status, answer);
  return answer as Answer;
}

async function send(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new DeskAnswerError("The connection was lost. Try again when you are online.");
  }
}

function failure(status: number, answer: unknown): DeskAnswerError {
  const error = (answer as { error?: { message?: unknown; fields?: Record<string, string[]> } } | null)?.error;
  const message =
    typeof error?.message === "string" ? error.message : `The server could not answer (${String(status)}).`;
  return new DeskAnswerError(message, error?.fields);
}
