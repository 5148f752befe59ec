/** A network that loses, delays and repeats, the same way for the same seed. */
import type { Random } from "@/lib/richtext/testing/seeded-random";
import { now } from "@/lib/clock";
import type { SaveRequest, SaveTransport } from "../autosave-types";
import type { SimulatedServer } from "./simulated-server";

export type NetworkFaults = {
  /** Of 100 requests, how many never arrive, */
  lost: number;
  /** arrive but are answered to nobody, */
  unanswered: number;
  /** arrive a second time, late. */
  repeated: number;
  /** Milliseconds; one way. */
  slowest: number;
};

export const healthy: NetworkFaults = { lost: 0, unanswered: 0, repeated: 0, slowest: 20 };

/** @param faults asked anew for each request, so that a test can mend the network */
export function flakyTransport(server: SimulatedServer, faults: () => NetworkFaults, random: Random): SaveTransport {
  const arrive = (request: SaveRequest) => server.save(structuredClone(request), now());
  return async (request) => {
    const { lost, unanswered, repeated, slowest } = faults();
    const fate = random.below(100);
    await pause(random.below(slowest));
    if (fate < lost) throw new TypeError("Failed to fetch");
    const answer = arrive(request);
    if (random.below(100) < repeated) setTimeout(() => arrive(request), random.below(slowest * 5));
    await pause(random.below(slowest));
    if (fate < lost + unanswered) throw new TypeError("Failed to fetch");
    return structuredClone(answer);
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
