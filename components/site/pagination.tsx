import type { ReactElement, ReactNode } from "react";
import { ArrowIcon } from "./icons";
import { pageWindow } from "./page-window";

type PaginationProps = {
  page: number;
  pages: number;
  /** The address of a page. */
  pathOf: (page: number) => string;
};

/** Numbered pages with first, previous, next and last; nothing for a single page. */
export function Pagination({ page, pages, pathOf }: PaginationProps): ReactNode {
  if (pages < 2) return null;
  return (
    <nav className="pagination" aria-label="Pages">
      <ul>
        {page > 1 && (
          <>
            <Step href={pathOf(1)} name="First" className="pagination__end" />
            <Step href={pathOf(page - 1)} name="Previous" rel="prev" icon={<ArrowIcon direction="left" />} />
          </>
        )}
        {pageWindow(page, pages).map((step, index) =>
          step === null ? (
            <li className="pagination__gap" key={`gap-${String(index)}`}>
              …
            </li>
          ) : (
            <li key={step} className="pagination__number">
              <a
                href={pathOf(step)}
                aria-label={`Page ${String(step)}`}
                aria-current={step === page ? "page" : undefined}
              >
                {step}
              </a>
            </li>
          ),
        )}
        {page < pages && (
          <>
            <Step href={pathOf(page + 1)} name="Next" rel="next" icon={<ArrowIcon direction="right" />} />
            <Step href={pathOf(pages)} name="Last" className="pagination__end" />
          </>
        )}
      </ul>
    </nav>
  );
}

type StepProps = { href: string; name: string; rel?: "prev" | "next"; className?: string; icon?: ReactNode };

function Step({ href, name, rel, className, icon }: StepProps): ReactElement {
  return (
    <li className={className}>
      <a href={href} rel={rel} aria-label={`${name} page`}>
        {rel === "prev" && icon}
        <span>{name}</span>
        {rel === "next" && icon}
      </a>
    </li>
  );
}
