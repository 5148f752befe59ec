import type { Metadata } from "next";
import type { ReactElement } from "react";
import { authorMetadata, AuthorPage } from "./author-page";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return authorMetadata((await params).slug, "1");
}

export default async function FirstAuthorPage({ params }: Props): Promise<ReactElement> {
  return <AuthorPage slug={(await params).slug} n="1" />;
}
