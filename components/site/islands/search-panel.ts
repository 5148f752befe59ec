/** The list under the search box: how it looks to the eye and to assistive technology. Knows no network and no keys. */
import { element, hiddenStatus } from "./dom";
import { markWords } from "./highlight";
import { announcement, type SuggestedArticle } from "./suggestions";

/** Ids must be unique on pages with two search boxes. */
let panels = 0;

export class SearchPanel {
  readonly #input: HTMLInputElement;
  readonly #panel: HTMLElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  #options: HTMLAnchorElement[] = [];
  #active: number | null = null;

  /** Puts an empty, hidden list at the end of `host` and ties `input` to it. */
  constructor(host: HTMLElement, input: HTMLInputElement) {
    panels += 1;
    this.#input = input;
    this.#list = element("div", {
      id: `search-list-${String(panels)}`,
      role: "listbox",
      "aria-label": "Suggested articles",
    });
    this.#panel = element("div", { class: "search-panel", hidden: "" }, this.#list);
    this.#status = hiddenStatus();
    // A press on an option must not take the focus from the text: the list would be gone before the click.
    this.#panel.addEventListener("mousedown", (event) => {
      event.preventDefault();
    });
    host.append(this.#panel, this.#status);
    const attributes = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false" };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.setAttribute("aria-controls", this.#list.id);
  }

  get open(): boolean {
    return !this.#panel.hidden;
  }

  get count(): number {
    return this.#options.length;
  }

  get active(): number | null {
    return this.#active;
  }

  get activeOption(): HTMLAnchorElement | undefined {
    return this.#active === null ? undefined : this.#options[this.#active];
  }

  /**
   * Fills the list; it stays open or closed.
   * @param words are marked in the headlines
   * @param allHref where "View All Result" leads
   */
  fill(articles: readonly SuggestedArticle[], words: readonly string[], allHref: string): void {
    this.activate(null);
    this.#options = [
      ...articles.map(({ headline, href, category }) =>
        linkOption(href, "search-option", [
          element("span", { class: "search-headline" }, ...markedText(headline, words)),
          // Heard as one name, "headline category"; without the space the two would run together.
          " ",
          element("span", { class: "search-category" }, category),
        ]),
      ),
      linkOption(allHref, "search-option search-all", ["View All Result"]),
    ];
    for (const [index, option] of this.#options.entries()) option.id = `${this.#list.id}-${String(index)}`;
    this.#list.replaceChildren(...this.#options);
    // Not inside the list: a listbox may hold nothing but options.
    this.#panel.replaceChildren(
      ...(articles.length === 0 ? [element("p", { class: "search-empty" }, "No Result")] : []),
      this.#list,
    );
  }

  /** Lets "View All Result" follow the text while an answer is on its way. */
  pointAllAt(href: string): void {
    const all = this.#options.at(-1);
    if (all) all.href = href;
  }

  show(): void {
    this.#panel.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#status.textContent = announcement(this.count - 1);
  }

  hide(): void {
    this.activate(null);
    this.#panel.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#status.textContent = "";
  }

  /** Makes an option the one that Enter follows; null returns to the text. */
  activate(index: number | null): void {
    this.activeOption?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.activeOption;
    if (!option) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", option.id);
  }
}

/** A real link, so that every way of opening one works; out of the Tab order, since the focus stays in the text. */
function linkOption(href: string, className: string, children: (Node | string)[]): HTMLAnchorElement {
  const attributes = { class: className, href, role: "option", tabindex: "-1", "aria-selected": "false" };
  return element("a", attributes, ...children);
}

function markedText(text: string, words: readonly string[]): (Node | string)[] {
  return markWords(text, words).map((part) => (part.match ? element("mark", {}, part.text) : part.text));
}
