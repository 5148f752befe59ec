import type { ReactElement, ReactNode } from "react";
import type { OutlineEntry } from "@/lib/richtext/outline";

/** Fewer headings need no list. */
const fewestHeadings = 3;

/** Where the sections are. Folded on small screens, always in sight beside the text on wide ones (article.css). */
export function ArticleContents({ outline }: { outline: readonly OutlineEntry[] }): ReactNode {
  if (!hasContents(outline)) return null;
  return (
    <nav className="toc" aria-label="Contents">
      <details className="toc__fold">
        <summary>On this page</summary>
        <Entries outline={outline} />
      </details>
      <div className="toc__rail">
        <p className="toc__title" aria-hidden="true">
          On this page
        </p>
        <Entries outline={outline} />
      </div>
    </nav>
  );
}

/** Whether an article has so many headings that it gets a list of contents. */
export function hasContents(outline: readonly OutlineEntry[]): boolean {
  return outline.reduce((sum, { children }) => sum + 1 + children.length, 0) >= fewestHeadings;
}

function Entries({ outline }: { outline: readonly OutlineEntry[] }): ReactElement {
  return (
    <ol>
      {outline.map(({ id, text, children }) => (
        <li key={id}>
          <a href={`#${id}`}>{text}</a>
          {children.length > 0 && (
            <ol>
              {children.map((child) => (
                <li key={child.id}>
                  <a href={`#${child.id}`}>{child.text}</a>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}
