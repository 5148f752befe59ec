/** `<mhn-contact>` around the protected address: becomes a link once a reader is there to use it. */
import { addressIn } from "./contact-address";
import { element } from "./dom";

export class ContactAddress extends HTMLElement {
  #seen: IntersectionObserver | undefined;

  connectedCallback(): void {
    const link = (): void => {
      this.#link();
    };
    // Harvesters that run scripts rarely scroll and never point.
    this.#seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) link();
    });
    this.#seen.observe(this);
    this.addEventListener("pointerenter", link, { once: true });
  }

  disconnectedCallback(): void {
    this.#seen?.disconnect();
  }

  #link(): void {
    this.#seen?.disconnect();
    const address = this.querySelector("a") ? null : addressIn(visibleText(this));
    if (address !== null) this.replaceChildren(element("a", { href: `mailto:${address}` }, address));
  }
}

/** The text without the decoys, which no reader sees. */
function visibleText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && getComputedStyle(node).display === "none") return "";
  return Array.from(node.childNodes, visibleText).join("");
}
