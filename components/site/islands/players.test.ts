import { expect, it } from "vitest";
import { readerPolicy } from "@/lib/web/security-headers";
import { playerOf } from "./players";

it("knows the players", () => {
  expect(playerOf("youtube", "aqz-KE-bpKQ")).toEqual({
    name: "YouTube",
    src: "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
    room: { aspectRatio: "16 / 9" },
  });
  expect(playerOf("vimeo", "76979871")?.src).toBe("https://player.vimeo.com/video/76979871?dnt=1");
  expect(playerOf("spotify", "episode/7makk4oTQel546B0PZlDM5")).toEqual({
    name: "Spotify",
    src: "https://open.spotify.com/embed/episode/7makk4oTQel546B0PZlDM5",
    room: { height: "152px" },
  });
});

it.each([
  ["youtube", "../x"],
  ["youtube", "a?b"],
  ["vimeo", "12/34"],
  ["spotify", "7makk4oTQel546B0PZlDM5"],
  ["spotify", "episode/../x"],
  ["dailymotion", "x1"],
  ["constructor", "x1"],
  ["youtube", ""],
  ["youtube", undefined],
  [undefined, "x"],
])("loads nothing for %s %s", (provider, id) => {
  expect(playerOf(provider, id)).toBeNull();
});

it("loads no player that the policy of reader pages does not allow, and the policy allows no other", () => {
  const known = [playerOf("youtube", "abc"), playerOf("vimeo", "123"), playerOf("spotify", "episode/1")];
  const [, allowed = ""] = /frame-src ([^;]*)/.exec(readerPolicy) ?? [];
  expect(known.map((player) => new URL(player?.src ?? "").origin)).toEqual(allowed.split(" "));
});
