import path from "node:path";
import { processWide } from "@/lib/process-wide";
import { projectRoot } from "@/lib/project-root";
import { outputOf } from "./output-of";
import { PictureProcess } from "./picture-process";
import type { Works } from "./works";

/**
 * Has a piece of work done by this process's picture process.
 * @throws what the work throws (a MediaError as one); AppError "unavailable" when that process fails
 */
export async function inPictureProcess<Name extends keyof Works>(
  work: Name,
  ...input: Parameters<Works[Name]>
): Promise<Awaited<ReturnType<Works[Name]>>> {
  return outputOf(await pictureProcess().order(work, input)) as Awaited<ReturnType<Works[Name]>>;
}

function pictureProcess(): PictureProcess {
  return processWide(
    "picture-process",
    () => new PictureProcess({ program: path.join(projectRoot, "lib", "picture-process", "program.ts") }),
  );
}
