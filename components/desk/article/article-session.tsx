"use client";
import { createContext, use, type ReactElement, type ReactNode } from "react";
import { toast } from "sonner";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/lib/web/action-state";

/** The article that is open, for everything around its text. */
export type ArticleSession = {
  articleId: number;
  /** IANA name; moments are typed and read in this zone. */
  timeZone: string;
  /** Sends what was typed and is not saved yet. @returns the version that then holds it; null when that failed */
  flush: () => Promise<number | null>;
};

export const ArticleSessionContext = createContext<ArticleSession | null>(null);

/** @throws Error outside of the editor, which is a mistake of the screen */
export function useArticleSession(): ArticleSession {
  const session = use(ArticleSessionContext);
  if (!session) throw new Error("Only inside of the article editor");
  return session;
}

type VersionedFormProps<Value> = {
  action: FormAction<Value>;
  onDone?: (value: Value) => void;
  className?: string;
  saysWhatIsWrong?: boolean;
  children: ReactNode;
};

/**
 * A form about the article as it stands on the screen: saves first, and names the version it means, so that nobody
 * approves or publishes a text they have not seen.
 */
export function VersionedForm<Value>({ children, ...form }: VersionedFormProps<Value>): ReactElement {
  const { articleId, flush } = useArticleSession();
  const prepare = async (data: FormData): Promise<boolean> => {
    const version = await flush();
    if (version === null)
      toast.error("The text could not be saved, so nothing was done. See the state of saving above.");
    else data.set("expectedVersion", String(version));
    return version !== null;
  };
  return (
    <ActionForm {...form} prepare={prepare}>
      <input type="hidden" name="articleId" value={articleId} />
      {children}
    </ActionForm>
  );
}
