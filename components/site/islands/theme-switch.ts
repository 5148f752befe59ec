/** `<mhn-theme-switch>`: a button between light and dark. Every switch on the page and in other tabs stays in step. */
import { element, lineIcon } from "./dom";
import { oppositeTheme, readTheme, switchLabel, themeKey, type Theme } from "./theme";

const moon = "M20.5 14.2A8.5 8.5 0 0 1 9.8 3.5a8.5 8.5 0 1 0 10.7 10.7Z";
const sun =
  "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4";

/** Tells the page's other switches. */
const changed = "mhn-theme";
const systemDark = matchMedia("(prefers-color-scheme: dark)");

export class ThemeSwitch extends HTMLElement {
  readonly #button = element("button", { type: "button", class: "theme-button" });
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const show = (): void => {
      this.#show();
    };
    this.#button.onclick = () => {
      choose(oppositeTheme(shownTheme()));
    };
    systemDark.addEventListener("change", show, { signal });
    window.addEventListener(changed, show, { signal });
    // Another tab chose; a cleared storage has no key.
    window.addEventListener(
      "storage",
      ({ key }) => {
        if (key === themeKey || key === null) applyStored();
      },
      { signal },
    );
    // Pages in the back-forward cache hear nothing of other tabs.
    window.addEventListener(
      "pageshow",
      ({ persisted }) => {
        if (persisted) applyStored();
      },
      { signal },
    );
    this.append(this.#button);
    show();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #show(): void {
    const theme = shownTheme();
    const label = switchLabel(theme);
    this.#button.setAttribute("aria-label", label);
    this.#button.title = label;
    this.#button.replaceChildren(lineIcon(theme === "dark" ? sun : moon));
    colorBrowser();
  }
}

function shownTheme(): Theme {
  return readTheme(document.documentElement.dataset["theme"]) ?? (systemDark.matches ? "dark" : "light");
}

function choose(theme: Theme): void {
  apply(theme);
  try {
    localStorage.setItem(themeKey, theme);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

function applyStored(): void {
  try {
    apply(readTheme(localStorage.getItem(themeKey)));
  } catch {
    // Storage is switched off: what is shown stays.
  }
}

function apply(theme: Theme | null): void {
  if (theme === null) delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  window.dispatchEvent(new Event(changed));
}

/** What the page itself says, for when the system decides again. */
const serverColors = new WeakMap<HTMLMetaElement, string>();

/** Gives the browser's own bars the page's background. Where the page has a colour per scheme, the system's choice is left to it. */
function colorBrowser(): void {
  const hasChoice = document.documentElement.dataset["theme"] !== undefined;
  const background = [document.body, document.documentElement]
    .map((painted) => getComputedStyle(painted).backgroundColor)
    .find((color) => !/^(transparent|rgba\(.*, 0\))$/.test(color));
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const served = serverColors.get(meta) ?? meta.content;
    serverColors.set(meta, served);
    meta.content = background && (hasChoice || !meta.media) ? background : served;
  }
}
