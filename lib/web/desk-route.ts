/** JSON addresses of the desk: who asks and from where, and errors with their status, in one place. */
import { AppError, httpStatus } from "@/lib/errors";
import type { UserActor } from "@/lib/auth/require-account";
import { env } from "@/lib/env";
import { InputError } from "@/lib/input";
import { log } from "@/lib/log";
import { deskUserOrNull } from "./desk-session";
import { isSameSite } from "./same-site";

type RouteContext<Params> = { params: Promise<Params> };

/**
 * Makes a route handler. Nobody signed in: 401. A request that another site's page made: 403, before anything is read.
 * @param run answers a Response, or a value that is sent as JSON
 */
export function deskRoute<Params = Record<string, never>>(
  run: (user: UserActor, request: Request, params: Params) => Promise<unknown>,
): (request: Request, context: RouteContext<Params>) => Promise<Response> {
  return async (request, context) => {
    try {
      if (!isSameSite(request.method, request.headers, env().SITE_URL)) {
        throw new AppError("forbidden", "This request came from another site.");
      }
      const user = await deskUserOrNull();
      if (!user) return answer({ error: { code: "signed-out", message: "You are no longer signed in." } }, 401);
      const value = await run(user, request, await context.params);
      return value instanceof Response ? value : answer(value, 200);
    } catch (error) {
      return failure(error);
    }
  };
}

function failure(error: unknown): Response {
  if (error instanceof AppError) {
    const fields = error instanceof InputError ? { fields: error.fields } : {};
    return answer({ error: { code: error.code, message: error.message, ...fields } }, httpStatus[error.code]);
  }
  log().error({ err: error }, "a request of the desk failed");
  return answer({ error: { code: "internal", message: "Something went wrong on our side. Please try again." } }, 500);
}

function answer(value: unknown, status: number): Response {
  return Response.json(value ?? null, { status, headers: { "Cache-Control": "no-store" } });
}
