import { env, setEnvironment } from "@/lib/env";
import { answerWhileStarting } from "@/lib/web/health";
import { createHttpServer, type HttpServer } from "@/lib/web/http-server";

/**
 * Listens before anything else is done, so that whoever asks meanwhile gets an answer (503, soon) and a port that is
 * taken is known at once. With PORT=0 the port that was given stands in PORT afterwards.
 * @throws AppError "unavailable" when the port is taken
 */
export async function openDoor(): Promise<HttpServer> {
  const door = createHttpServer(answerWhileStarting);
  const port = await door.listen(env().PORT, env().HOST);
  setEnvironment({ PORT: String(port) });
  return door;
}
