import { Fragment, type ReactNode } from "react";
import { assertNever } from "@/lib/assert-never";
import type { Block, RichTextDocument } from "@/lib/richtext/schema";
import { blockOrdinals } from "./block-ordinals";
import { Callout } from "./callout";
import { CrisisHelp } from "./crisis-help";
import { Embed } from "./embed";
import { Gallery } from "./gallery";
import { Heading } from "./heading";
import { ImageFigure } from "./image-figure";
import { BulletList, OrderedList } from "./lists";
import { Paragraph } from "./paragraph";
import { Quote } from "./quote";
import type { RenderContext } from "./render-context";
import { Table } from "./table";

/** The body of an article or page as HTML. */
export function RenderBlocks({ doc, context }: { doc: RichTextDocument; context: RenderContext }): ReactNode {
  const ordinals = blockOrdinals(doc.content);
  return doc.content.map((block, index) => (
    <Fragment key={index}>
      {renderBlock(block, ordinals[index] ?? 1, context)}
      {context.adAfter?.get(index)}
    </Fragment>
  ));
}

/** `ordinal` counts the blocks of the same type from 1; ids are made from it. */

function renderBlock(block: Block, ordinal: number, context: RenderContext): ReactNode {
  switch (block.type) {
    case "paragraph":
      return <Paragraph node={block} context={context} />;
    case "heading":
      return <Heading node={block} context={context} />;
    case "bulletList":
      return <BulletList node={block} context={context} />;
    case "orderedList":
      return <OrderedList node={block} context={context} />;
    case "blockquote":
      return <Quote node={block} context={context} />;
    case "image":
      return <ImageFigure node={block} context={context} />;
    case "gallery":
      return <Gallery node={block} context={context} />;
    case "table":
      return <Table node={block} ordinal={ordinal} context={context} />;
    case "callout":
      return <Callout node={block} ordinal={ordinal} context={context} />;
    case "crisisHelp":
      return <CrisisHelp helplines={context.helplines} ordinal={ordinal} />;
    case "contactAddress":
      return <div className="rt-contact">{context.contact}</div>;
    case "embed":
      return <Embed node={block} />;
    case "horizontalRule":
      return <hr className="rt-rule" />;
    default:
      return assertNever(block);
  }
}
