import type { Metadata } from "next";
import type { ReactElement } from "react";
import { tagMetadata, TagPage } from "./tag-page";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return tagMetadata((await params).slug, "1");
}

export default async function FirstTagPage({ params }: Props): Promise<ReactElement> {
  return <TagPage slug={(await params).slug} n="1" />;
}
