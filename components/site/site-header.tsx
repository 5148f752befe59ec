import type { ReactElement } from "react";
import type { MenuLink } from "@/lib/site-frame/types";
import { categoryPath, homePath, searchPath } from "@/lib/urls";
import { MenuIcon, SearchIcon, SiteMark } from "./icons";
import { fitsOneRow } from "./menu-rows";
import { SearchForm } from "./search-form";

type SiteHeaderProps = { siteName: string; menu: readonly MenuLink[]; current: string | null };

const panelId = "site-menu";

/**
 * One search form and one menu. On wide screens they are part of the header; on small ones the button opens them as a
 * popover, which needs no script: the browser keeps the focus order and closes it with Escape or a press elsewhere.
 */
export function SiteHeader({ siteName, menu, current }: SiteHeaderProps): ReactElement {
  return (
    <header className="site-header">
      <div className="masthead wrap">
        <a className="wordmark" href={homePath}>
          <SiteMark />
          <span>{siteName}</span>
        </a>
        <div className="masthead__tools">
          <mhn-theme-switch />
          <a className="tool masthead__search-link" href={searchPath} aria-label="Search">
            <SearchIcon />
          </a>
          <button className="tool menu-button" type="button" popoverTarget={panelId} aria-label="Menu">
            <MenuIcon />
          </button>
        </div>
        <div className="menu-panel" id={panelId} popover="auto">
          <SearchForm id="header-search" label="Search the magazine" />
          <SiteMenu menu={menu} current={current} />
        </div>
      </div>
    </header>
  );
}

function SiteMenu({ menu, current }: Pick<SiteHeaderProps, "menu" | "current">): ReactElement {
  const oneRow = fitsOneRow(menu.map(({ label }) => label));
  return (
    <nav className={oneRow ? "site-nav site-nav--row" : "site-nav"} aria-label="Sections">
      <ul>
        {menu.map(({ label, href }) => {
          const isCurrent = current !== null && href === (current === "home" ? homePath : categoryPath(current));
          return (
            <li key={href} data-category={href.slice(1) || undefined}>
              <a href={href} aria-current={isCurrent ? "page" : undefined}>
                {label}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
