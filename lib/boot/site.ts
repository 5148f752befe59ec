/** The site in this process: Next behind a server, and the work between requests. */
import type { RequestListener } from "node:http";
import { disconnect } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { limitByAddress, withLoadShedding, type Admit } from "@/lib/web/admission";
import { answerWhileStarting } from "@/lib/web/health";
import { createHttpServer, type HttpServer } from "@/lib/web/http-server";
import { startNext } from "@/lib/web/next-app";
import { openPageCache } from "@/lib/web/page-cache";
import { loadMarkup } from "@/lib/web/page-markup";
import { createRequestHandler } from "@/lib/web/request-handler";
import { startBackgroundWork } from "./background";
import { takeOverConsole } from "./console";

export type Site = {
  /** Makes the pages that are asked for most. Until then it is not ready. */
  warm: () => Promise<void>;
  /** Takes requests on PORT; for a site that was given no server which does. */
  listen: () => Promise<void>;
  /** Writes down which pages are asked for most, for those who come after. Never rejects. */
  noteHotPages: () => Promise<void>;
  /** Lets open requests and the work under way end, then lets go of the database. */
  close: () => Promise<void>;
};

/** @param http a server that listens already; a new one when left out */
export async function prepareSite(
  development: boolean,
  http: HttpServer = createHttpServer(answerWhileStarting),
): Promise<Site> {
  const { HOST: host, PORT: port } = env();
  const next = await startNext(http.server, { development, host, port });
  if (!development) takeOverConsole();
  const everything = createRequestHandler(next, development ? null : await loadMarkup());
  // Pages that are compiled first take as long as they take.
  const handler = development ? everything : withLoadShedding(everything);
  const admit = limitByAddress();
  // Sources that are being changed are not to be remembered.
  const pages = development ? null : await openPageCache(handler, admit);
  http.answerWith(pages?.handle ?? uncached(handler, admit));
  const stopBackgroundWork = startBackgroundWork();
  return {
    warm: async () => {
      // Cold pages are slower, and no reason not to serve.
      await pages?.warm().catch((error: unknown) => {
        log().warn({ err: error }, "the hottest pages could not be made before the first reader comes");
      });
    },
    noteHotPages: async () => {
      await pages?.note();
    },
    listen: async () => {
      await http.listen(port, host);
    },
    close: async () => {
      await http.drain();
      await Promise.all([stopBackgroundWork(), pages?.stop()]);
      await disconnect();
    },
  };
}

function uncached(handler: RequestListener, admit: Admit): RequestListener {
  return (request, response) => {
    admit(request, response, () => {
      handler(request, response);
    });
  };
}
