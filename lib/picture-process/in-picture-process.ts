import path from "node:path";
import { processWide } from "@/lib/process-wide";
import { projectRoot } from "@/lib/project-root";
import { PictureProcess } from "./picture-process";
import type { Works } from "./works";

/**
 * Has a piece of work done by this process's picture process.
 * @throws what the work throws (a MediaError as one); AppError "unavailable" when that process fails
 */
export const inPictureProcess: PictureProcess<Works>["do"] = (work, ...input) => pictureProcess().do(work, ...input);

function pictureProcess(): PictureProcess<Works> {
  return processWide(
    "picture-process",
    () => new PictureProcess<Works>({ program: path.join(projectRoot, "lib", "picture-process", "program.ts") }),
  );
}
