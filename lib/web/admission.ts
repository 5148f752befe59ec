/**
 * Who is let in, in two places. Before the page cache makes anything: no network asks for more than its share
 * (address-limits.ts). Before the work itself, which many may wait for: no more of it at once than gets done
 * (work-shares.ts); what a browser asks for ahead of a click is refused first. What the cache has in memory passes neither.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { countedNetwork } from "@/lib/auth/network-address";
import { AddressLimits, limitedKind } from "./address-limits";
import { onBehalfOf, presentAsker } from "./asker";
import { countedAddress } from "./counted-address";
import { Episode } from "./episode";
import { refuse } from "./refusals";
import { isSpeculative } from "./speculative";
import { WorkGate, type GateLimits } from "./work-gate";
import { shareOf, workShares, type WorkShare } from "./work-shares";

/** Seconds after which a client that was refused for too much work may come again. */
const busyWait = 5;

/** Lets a request in, which then calls `goOn`, or refuses and answers it. */
export type Admit = (request: IncomingMessage, response: ServerResponse, goOn: () => void) => void;

/** @returns lets requests in by how often their network asks; a refused one is answered with 429 */
export function limitByAddress(limits = new AddressLimits()): Admit {
  const episode = new Episode("a network asks more often than it may");
  return (request, response, goOn) => {
    const address = countedAddress(request);
    const kind = address === null ? null : limitedKind(request.method ?? "GET", request.url ?? "/");
    const wait = kind === null || address === null ? 0 : limits.take(kind, address);
    if (wait === 0) {
      const network = address === null ? "uncounted" : countedNetwork(address);
      onBehalfOf({ network, isSpeculative: isSpeculative(request.headers) }, goOn);
      return;
    }
    episode.note({ kind, network: countedNetwork(address ?? "") });
    refuse(request, response, { reason: "too-often", wait });
  };
}

/** @returns answers what there is capacity for by `handler`, the rest by 503 */
export function withLoadShedding(
  handler: RequestListener,
  shares: Record<WorkShare, GateLimits> = workShares,
): RequestListener {
  const gates = {
    pages: openShare("pages", shares.pages),
    streams: openShare("streams", shares.streams),
    files: openShare("files", shares.files),
    desk: openShare("desk", shares.desk),
  };
  return (request, response) => {
    const share = shareOf(request.url ?? "/");
    if (share === null) {
      handler(request, response);
      return;
    }
    const { gate, episode } = gates[share];
    const { network, isSpeculative: mayNeverBeSeen } = presentAsker();
    const giveUp = gate.enter({
      // The front page goes first: it is where everybody comes in, and there is only one.
      network: request.url === "/" ? null : network,
      canWait: !mayNeverBeSeen,
      admitted: () => {
        episode.look();
        leaveAtEnd(gate, response);
        handler(request, response);
      },
      refused: () => {
        // Not to prepare what nobody has asked for yet is no overload: the click asks again, and waits.
        if (!mayNeverBeSeen) episode.note({ share, underWay: gate.underWay, waiting: gate.waiting });
        refuse(request, response, { reason: "busy", wait: busyWait });
      },
    });
    response.once("close", giveUp);
  };
}

function openShare(share: WorkShare, limits: GateLimits): { gate: WorkGate; episode: Episode } {
  return { gate: new WorkGate(limits), episode: new Episode(`overloaded: ${share} are refused`) };
}

/** The work has ended when the answer has left, or nobody waits for it any more. */
function leaveAtEnd(gate: WorkGate, response: ServerResponse): void {
  let hasLeft = false;
  const leave = (): void => {
    if (hasLeft) return;
    hasLeft = true;
    gate.leave();
  };
  response.once("finish", leave);
  response.once("close", leave);
}
