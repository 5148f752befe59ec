/** `<mhn-embed data-provider data-id data-title>`: a player of another site, loaded when the reader asks and not before. */
import { element } from "./dom";
import { playerOf, type Player } from "./players";

export class EmbedLoader extends HTMLElement {
  connectedCallback(): void {
    const player = playerOf(this.dataset["provider"], this.dataset["id"]);
    if (!player || this.querySelector("button, iframe")) return;
    const button = element("button", { type: "button", class: "rt-embed__load" }, `Load from ${player.name}`);
    button.addEventListener("click", () => {
      this.#load(player);
    });
    const link = this.querySelector("a");
    if (link) link.before(button, " ");
    else this.append(button);
  }

  #load(player: Player): void {
    const frame = element("iframe", {
      class: "rt-embed__player",
      src: player.src,
      title: this.dataset["title"] ?? player.name,
      loading: "lazy",
      sandbox: "allow-scripts allow-same-origin allow-presentation",
      // YouTube refuses players that don't say where they stand.
      referrerpolicy: "strict-origin-when-cross-origin",
      allow: "encrypted-media; fullscreen; picture-in-picture",
    });
    Object.assign(frame.style, { display: "block", width: "100%", border: "0" }, player.room);
    // The sandbox opens no windows, so the way to the provider's own page stays outside of the player.
    const link = this.querySelector("a");
    this.replaceChildren(frame);
    if (link) this.after(link);
    frame.focus();
  }
}
