import { deskRoute } from "@/lib/web/desk-route";
import { answerIntake } from "@/lib/web/intake-response";

/** What became of a file that was sent: the picture, why it is none, or (202) that it is still being made. */
export const GET = deskRoute<{ id: string }>((user, _request, { id }) => answerIntake(user, id));
