/** `<mhn-search>` around a search form: suggests articles while the reader types. Whatever fails, the form still searches. */
import { actionOfKey, type KeyAction } from "./combobox-keys";
import { SearchPanel } from "./search-panel";
import { readSuggestedArticles, wordsToSuggestFor, type SuggestedArticle } from "./suggestions";

/** A pause in typing that is worth a request, in milliseconds. */
const debounce = 150;

export class SearchBox extends HTMLElement {
  #close: (() => void) | null = null;

  connectedCallback(): void {
    const form = this.querySelector("form");
    const input = form?.querySelector<HTMLInputElement>('input[name="q"]');
    if (this.#close || !form || !input) return;
    const combobox = new Combobox(this, form, input);
    this.#close = () => {
      combobox.close();
    };
  }

  disconnectedCallback(): void {
    this.#close?.();
  }
}

class Combobox {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #panel: SearchPanel;
  /** The text that the list answers. */
  #answered: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  constructor(host: HTMLElement, form: HTMLFormElement, input: HTMLInputElement) {
    this.#form = form;
    this.#input = input;
    this.#panel = new SearchPanel(host, input);
    const close = (): void => {
      this.close();
    };
    const changed = (): void => {
      this.#textChanged();
    };
    // While an input method composes, the text is not yet what the reader means.
    input.addEventListener("input", (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) changed();
    });
    input.addEventListener("compositionend", changed);
    input.addEventListener("keydown", (event) => {
      this.#keyPressed(event);
    });
    input.addEventListener("click", () => {
      if (this.#answered === input.value) this.#panel.show();
    });
    form.addEventListener("submit", close);
    host.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && host.contains(event.relatedTarget))) close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!(event.target instanceof Node && host.contains(event.target))) close();
    });
    // A page that comes back from the back-forward cache shows no old list.
    window.addEventListener("pagehide", close);
  }

  /** Hides the list and forgets what was asked, so that nothing opens behind the reader's back. */
  close(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#panel.hide();
  }

  #textChanged(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    if (wordsToSuggestFor(this.#input.value).length === 0) {
      this.#answered = null;
      this.#panel.hide();
      return;
    }
    this.#panel.activate(null);
    this.#panel.pointAllAt(this.#allResults());
    this.#timer = setTimeout(() => void this.#suggest(null), debounce);
  }

  #keyPressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const action = actionOfKey(this.#panel, event);
    if (!action) return;
    if (action.type === "open" && wordsToSuggestFor(this.#input.value).length === 0) return;
    event.preventDefault();
    this.#perform(action, event);
  }

  #perform(action: KeyAction, event: KeyboardEvent): void {
    switch (action.type) {
      case "open":
        if (this.#answered === this.#input.value) this.#open(action.at);
        else void this.#suggest(action.at);
        break;
      case "close":
        this.close();
        break;
      case "move":
        this.#panel.activate(action.to);
        break;
      case "follow":
        follow(this.#panel.activeOption, event);
    }
  }

  async #suggest(at: "first" | "last" | null): Promise<void> {
    clearTimeout(this.#timer);
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const text = this.#input.value;
    const articles = await fetchSuggestions(this.#form.action, text, request.signal);
    if (request.signal.aborted) return;
    if (!articles) {
      this.#answered = null;
      this.close();
      return;
    }
    this.#answered = text;
    this.#panel.fill(articles, wordsToSuggestFor(text), this.#allResults());
    this.#open(at);
  }

  #open(at: "first" | "last" | null): void {
    this.#panel.show();
    if (at !== null) this.#panel.activate(at === "first" ? 0 : this.#panel.count - 1);
  }

  /** Where submitting the form would lead. */
  #allResults(): string {
    const address = new URL(this.#form.action);
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === "string" && value !== "") address.searchParams.set(name, value);
    }
    return address.pathname + address.search;
  }
}

/** @returns null when there is no usable answer, for whatever reason */
async function fetchSuggestions(
  searchAddress: string,
  text: string,
  signal: AbortSignal,
): Promise<SuggestedArticle[] | null> {
  try {
    const query = new URLSearchParams({ q: text.trim() });
    const response = await fetch(`${searchAddress}/suggestions?${query.toString()}`, {
      signal,
      headers: { accept: "application/json" },
    });
    return response.ok ? readSuggestedArticles(await response.json()) : null;
  } catch {
    // Aborted, offline, or not JSON: the plain form is there.
    return null;
  }
}

/** Follows a link as a click would, in a new tab or window when the keys say so. */
function follow(link: HTMLAnchorElement | undefined, { ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
  link?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}
