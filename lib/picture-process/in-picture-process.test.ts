import { afterEach, expect, it, vi } from "vitest";
import { forgetProcessWide } from "@/lib/process-wide";

afterEach(() => {
  forgetProcessWide("picture-process");
});

it("shares one process among the copies of its code, and gives each of them errors of its own kind", async () => {
  for (let copy = 0; copy < 2; copy += 1) {
    vi.resetModules();
    const { inPictureProcess } = await import("./in-picture-process");
    const { MediaError } = await import("@/lib/media/media-error");
    const error: unknown = await inPictureProcess("readHeader", Buffer.from("no picture")).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(MediaError);
    expect(error).toMatchObject({ code: "not-an-image" });
  }
});
