"use client";
import { createContext, use } from "react";
import type { ArticlePanelProps } from "./panel-types";

export const PanelContext = createContext<ArticlePanelProps | null>(null);

/** What the panel was given. @throws Error outside of the panel, which is a mistake of the screen */
export function usePanel(): ArticlePanelProps {
  const panel = use(PanelContext);
  if (!panel) throw new Error("Only inside of the article panel");
  return panel;
}
