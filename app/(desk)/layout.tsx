import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactElement, ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import { figtree, figtreeMore } from "../figtree";
import { manuscript } from "./fonts";
import "./desk.css";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Desk", template: "%s · Desk" },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function DeskLayout({ children }: { children: ReactNode }): Promise<ReactElement> {
  const theme = (await cookies()).get("desk-theme")?.value;
  const chosen = theme === "light" || theme === "dark" ? { "data-theme": theme } : {};
  return (
    <html lang="en" className={`${figtree.variable} ${figtreeMore.variable} ${manuscript.variable}`} {...chosen}>
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}
