import type { ReactElement } from "react";
import type { TagWeight } from "@/lib/site-frame/types";
import { tagPath } from "@/lib/urls";

/** Tags by name, the size by how many articles carry them. The count is there for everybody, the size is decoration. */
export function TagCloud({ tags }: { tags: readonly TagWeight[] }): ReactElement {
  return (
    <ul className="tag-cloud">
      {tags.map(({ slug, name, articles, step }) => (
        <li key={slug} data-step={step}>
          <a href={tagPath(slug)}>
            {name}
            <span className="sr-only">{articles === 1 ? " (1 article)" : ` (${String(articles)} articles)`}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
