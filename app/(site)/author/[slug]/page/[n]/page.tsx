import type { Metadata } from "next";
import type { ReactElement } from "react";
import { authorMetadata, AuthorPage } from "../../author-page";

type Props = { params: Promise<{ slug: string; n: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, n } = await params;
  return authorMetadata(slug, n);
}

export default async function NumberedAuthorPage({ params }: Props): Promise<ReactElement> {
  const { slug, n } = await params;
  return <AuthorPage slug={slug} n={n} />;
}
