import { describe, expect, it } from "vitest";
import { embedFromAddress } from "./embed-address";
import { blockSchema } from "./schema";

describe("embedFromAddress", () => {
  it.each([
    ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s", "youtube", "dQw4w9WgXcQ"],
    ["https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"],
    ["https://youtu.be/dQw4w9WgXcQ?si=abc", "youtube", "dQw4w9WgXcQ"],
    ["https://www.youtube.com/shorts/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"],
    ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"],
    ["https://vimeo.com/76979871", "vimeo", "76979871"],
    ["https://vimeo.com/76979871/8272103f6e", "vimeo", "76979871/8272103f6e"],
    ["https://player.vimeo.com/video/76979871?h=1", "vimeo", "76979871"],
    ["https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1", "spotify", "episode/4rOoJ6Egrf8K2IrywzwOMk"],
    ["https://open.spotify.com/intl-de/episode/4rOoJ6Egrf8K2IrywzwOMk", "spotify", "episode/4rOoJ6Egrf8K2IrywzwOMk"],
    ["https://open.spotify.com/embed/show/4rOoJ6Egrf8K2IrywzwOMk", "spotify", "show/4rOoJ6Egrf8K2IrywzwOMk"],
  ])("%s", (address, provider, externalId) => {
    const found = embedFromAddress(address);
    expect(found).toEqual({ provider, externalId });
    expect(blockSchema.safeParse({ type: "embed", attrs: { ...found, title: "A talk" } }).success).toBe(true);
  });

  it.each([
    "https://www.youtube.com/@channel",
    "https://www.youtube.com/watch?v=tooshort",
    "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
    "https://vimeo.com/channels/staffpicks",
    "https://open.spotify.com/user/somebody",
    "https://example.org/watch?v=dQw4w9WgXcQ",
    "javascript:alert(1)",
    "see https://youtu.be/dQw4w9WgXcQ",
    "",
  ])("not %j", (address) => {
    expect(embedFromAddress(address)).toBeNull();
  });
});
