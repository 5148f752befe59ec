/** The players of other sites, each in its form that sets the fewest cookies. */

export type Player = {
  /** Of the provider, as people write it. */
  name: string;
  src: string;
  /** Room for the player, as CSS. */
  room: { aspectRatio: string } | { height: string };
};

type Provider = { name: string; id: RegExp; src: (id: string) => string; room: Player["room"] };

const film = { aspectRatio: "16 / 9" };

const providers = new Map<string | undefined, Provider>([
  [
    "youtube",
    { name: "YouTube", id: /^[\w-]+$/, src: (id) => `https://www.youtube-nocookie.com/embed/${id}`, room: film },
  ],
  ["vimeo", { name: "Vimeo", id: /^\d+$/, src: (id) => `https://player.vimeo.com/video/${id}?dnt=1`, room: film }],
  [
    "spotify",
    {
      name: "Spotify",
      // Says what it names: "episode/7makk4oTQel546B0PZlDM5".
      id: /^[a-z]+\/\w+$/,
      src: (id) => `https://open.spotify.com/embed/${id}`,
      // The small player; the height that Spotify's oEmbed service gives an episode.
      room: { height: "152px" },
    },
  ],
]);

/** @returns null for an unknown provider or an id that is none of its ids */
export function playerOf(provider: string | undefined, id = ""): Player | null {
  const known = providers.get(provider);
  return known?.id.test(id) ? { name: known.name, src: known.src(id), room: known.room } : null;
}
