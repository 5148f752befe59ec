import { AppError } from "@/lib/errors";
import { MediaError } from "@/lib/media/media-error";
import type { Outcome } from "./orders";

/**
 * What came out of an order.
 * @throws what the work threw, a MediaError as one; AppError "unavailable" when the process ended in the middle of it
 */
export function outputOf(outcome: Outcome): unknown {
  switch (outcome.kind) {
    case "done":
      return outcome.output;
    case "refused": {
      const { error, code } = outcome;
      throw code === null ? error : new MediaError(code, error.message, { cause: error.cause ?? error });
    }
    case "broken": {
      const message = "Pictures can't be worked on at the moment. Try again in a minute.";
      throw new AppError("unavailable", message, { cause: outcome.reason });
    }
  }
}
