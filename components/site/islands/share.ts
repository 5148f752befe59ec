/** `<mhn-share data-url data-title>` around plain share links: adds the device's own sharing, or copying the link. */
import { element } from "./dom";

/** How long "Link copied" stands, in milliseconds. */
const confirmationTime = 4000;

export class ShareLinks extends HTMLElement {
  readonly #status = element("span", { class: "share-status", role: "status" });
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    // Both exist only where the connection is secure; without them the plain links do.
    const canShare = "share" in navigator;
    if (this.contains(this.#status) || !(canShare || "clipboard" in navigator)) return;
    const button = element("button", { type: "button", class: "share-button" }, canShare ? "Share…" : "Copy link");
    button.addEventListener("click", () => void (canShare ? this.#share() : this.#copy()));
    const list = this.querySelector("ul, ol");
    if (list) list.append(element("li", {}, button));
    else this.append(button);
    this.append(this.#status);
  }

  get #address(): string {
    return this.dataset["url"] ?? location.origin + location.pathname;
  }

  async #share(): Promise<void> {
    try {
      await navigator.share({ title: this.dataset["title"] ?? document.title, url: this.#address });
    } catch (error) {
      // Closing the sheet is no failure; a device that offers sharing and then refuses gets the link instead.
      if (!(error instanceof DOMException && error.name === "AbortError")) await this.#copy();
    }
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#address);
      this.#say("Link copied");
    } catch {
      this.#say("The link could not be copied");
    }
  }

  #say(text: string): void {
    clearTimeout(this.#timer);
    this.#status.textContent = text;
    this.#timer = setTimeout(() => {
      this.#status.textContent = "";
    }, confirmationTime);
  }
}
