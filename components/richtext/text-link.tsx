import type { ReactElement, ReactNode } from "react";

type TextLinkProps = { href: string; className?: string; children: ReactNode };

/** A link in running text. Links to other sites carry rel="noopener", links within the magazine nothing. */
export function TextLink({ href, className, children }: TextLinkProps): ReactElement {
  return (
    <a href={href} className={className} rel={/^https?:/i.test(href) ? "noopener" : undefined}>
      {children}
    </a>
  );
}
