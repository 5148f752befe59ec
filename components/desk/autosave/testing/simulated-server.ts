/** The server's side of autosave as a model, for tests: versions, the same save told twice, conflicts. */
import type { WorkingCopy } from "@/lib/articles/schema";
import { asStored } from "../working-copy-changes";
import type { SaveAnswer, SaveRequest } from "../autosave-types";

export class SimulatedServer {
  version = 1;
  copy: WorkingCopy;
  private readonly told = new Map<string, number>();

  constructor(copy: WorkingCopy) {
    this.copy = asStored(copy);
  }

  save(request: SaveRequest, moment: Date): SaveAnswer {
    const key = `${request.sessionKey} ${String(request.saveNumber)}`;
    const known = this.told.get(key);
    if (known !== undefined) return { ok: true, version: known, slug: this.copy.slug, savedAt: moment };
    if (request.expectedVersion !== this.version) {
      return { ok: false, conflict: { current: this.copy, version: this.version, by: "Somebody", at: moment } };
    }
    if (Object.keys(request.workingCopy).length > 0) {
      this.copy = asStored({ ...this.copy, ...request.workingCopy });
      this.version += 1;
    }
    this.told.set(key, this.version);
    return { ok: true, version: this.version, slug: this.copy.slug, savedAt: moment };
  }
}
