"use client";
import { Accordion } from "radix-ui";
import { useMemo, type ReactElement } from "react";
import { FormContext } from "@/components/ui/form-context";
import { PanelContext } from "./panel-context";
import { PanelSection } from "./panel-section";
import type { ArticlePanelProps } from "./panel-types";
import { AddressSection } from "./sections/address-section";
import { BylineSection } from "./sections/byline-section";
import { HeroSection } from "./sections/hero-section";
import { ReferencesSection } from "./sections/references-section";
import { SearchSection } from "./sections/search-section";
import { SummarySection } from "./sections/summary-section";
import { useOpenSections } from "./use-open-sections";

const sections = [
  { id: "address", label: "Address and tags", fields: ["slug", "categoryId", "tagIds"], Content: AddressSection },
  {
    id: "byline",
    label: "Byline and review",
    fields: ["authorIds", "reviewerId", "reviewedAt", "healthClaims", "contentNote"],
    Content: BylineSection,
  },
  { id: "summary", label: "Summary", fields: ["excerpt"], Content: SummarySection },
  { id: "hero", label: "Hero picture", fields: ["coverId", "coverAlt", "coverCaption"], Content: HeroSection },
  { id: "references", label: "References", fields: ["citations"], Content: ReferencesSection },
  {
    id: "search",
    label: "Search engines",
    fields: ["seoTitle", "seoDescription", "canonicalUrl", "noindex"],
    Content: SearchSection,
  },
] as const;

/** Everything about an article besides its headline and text: address, byline, summary, hero, references, search engines. */
export function ArticlePanel(props: ArticlePanelProps): ReactElement {
  const [open, setOpen] = useOpenSections();
  const { problems } = props;
  const facts = useMemo(() => ({ values: null, errors: problems, pending: false }), [problems]);
  return (
    <PanelContext value={props}>
      <FormContext value={facts}>
        <Accordion.Root type="multiple" value={open} onValueChange={setOpen} className="min-w-0">
          {sections.map(({ id, label, fields, Content }) => (
            <PanelSection key={id} {...{ id, label, fields }}>
              <Content />
            </PanelSection>
          ))}
        </Accordion.Root>
      </FormContext>
    </PanelContext>
  );
}
