import type { ReactElement, ReactNode } from "react";
import { RenderBlocks } from "@/components/richtext/render-blocks";
import { ReferenceList } from "@/components/richtext/reference-list";
import type { HelplineView } from "@/lib/helplines/types";
import type { MediaView } from "@/lib/media/types";
import type { Citation } from "@/lib/richtext/citation";
import { numberReferences } from "@/lib/richtext/references";
import type { RichTextDocument } from "@/lib/richtext/schema";
import { ContactAddress } from "./contact-address";

type ArticleBodyProps = {
  doc: RichTextDocument;
  citations?: readonly Citation[];
  media: ReadonlyMap<number, MediaView>;
  helplines: readonly HelplineView[];
  contactEmail: string;
  adAfter?: ReadonlyMap<number, ReactNode>;
};

/** The text of an article or page, with its references. */
export function ArticleBody({
  doc,
  citations = [],
  media,
  helplines,
  contactEmail,
  adAfter = new Map(),
}: ArticleBodyProps): ReactElement {
  const references = numberReferences(doc);
  const contact = <ContactAddress email={contactEmail} />;
  return (
    <div className="prose">
      <RenderBlocks doc={doc} context={{ media, references, helplines, contact, adAfter }} />
      <ReferenceList references={references} citations={citations} />
    </div>
  );
}
