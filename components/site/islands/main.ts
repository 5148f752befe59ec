/** The only script of a reader's page. Each element improves HTML that already works without it. */
import { ContactAddress } from "./contact";
import { EmbedLoader } from "./embed";
import { refineMenu } from "./menu";
import { SearchBox } from "./search-box";
import { ShareLinks } from "./share";
import { ThemeSwitch } from "./theme-switch";

customElements.define("mhn-contact", ContactAddress);
customElements.define("mhn-embed", EmbedLoader);
customElements.define("mhn-search", SearchBox);
customElements.define("mhn-share", ShareLinks);
customElements.define("mhn-theme-switch", ThemeSwitch);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[popovertarget]")) refineMenu(button);
