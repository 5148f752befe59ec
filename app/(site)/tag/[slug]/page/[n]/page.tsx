import type { Metadata } from "next";
import type { ReactElement } from "react";
import { tagMetadata, TagPage } from "../../tag-page";

type Props = { params: Promise<{ slug: string; n: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, n } = await params;
  return tagMetadata(slug, n);
}

export default async function NumberedTagPage({ params }: Props): Promise<ReactElement> {
  const { slug, n } = await params;
  return <TagPage slug={slug} n={n} />;
}
