import type { ReactElement } from "react";

const line = {
  viewBox: "0 0 24 24",
  width: 20,
  height: 20,
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.75,
  strokeLinecap: "round",
  strokeLinejoin: "round",
  "aria-hidden": true,
} as const;

export function SearchIcon(): ReactElement {
  return (
    <svg {...line}>
      <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.3 15.3 20.5 20.5" />
    </svg>
  );
}

/** Three lines; the style sheet turns them into a cross while the menu is open. */
export function MenuIcon(): ReactElement {
  return (
    <svg {...line} className="menu-icon">
      <path d="M3.5 7h17" />
      <path d="M3.5 12h17" />
      <path d="M3.5 17h17" />
    </svg>
  );
}

export function ArrowIcon({ direction }: { direction: "left" | "right" }): ReactElement {
  return (
    <svg {...line} className="arrow-icon">
      <path d={direction === "left" ? "M20 12H4m6-6-6 6 6 6" : "M4 12h16m-6-6 6 6-6 6"} />
    </svg>
  );
}

/** The site's sign: two circles that share something, as two people in a conversation do. */
export function SiteMark(): ReactElement {
  return (
    <svg className="site-mark" viewBox="0 0 40 28" width={40} height={28} aria-hidden="true">
      <circle className="site-mark__one" cx="14" cy="14" r="13" />
      <circle className="site-mark__two" cx="26" cy="14" r="13" />
      <path className="site-mark__both" d="M20 2.47a13 13 0 0 1 0 23.06 13 13 0 0 1 0-23.06Z" />
    </svg>
  );
}
