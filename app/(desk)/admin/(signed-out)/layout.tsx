import type { Metadata } from "next";
import type { ReactElement, ReactNode } from "react";
import { getSiteSettings } from "@/lib/settings/queries";

/** Addresses here may hold a token: they are told to nobody, not even to pages of this site. */
export const metadata: Metadata = { referrer: "no-referrer" };

/** What can be seen of the desk without being signed in: one small form in the middle. */
export default async function SignedOutLayout({ children }: { children: ReactNode }): Promise<ReactElement> {
  const { name } = await getSiteSettings();
  return (
    <main className="max-w-md gap-6 px-4 py-10 mx-auto grid min-h-dvh w-full content-center">
      <p className="font-serif text-lg text-center">{name}</p>
      <div className="rounded-lg border-line bg-raised p-6 shadow-raised border">{children}</div>
    </main>
  );
}
