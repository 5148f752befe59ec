"use client";
import { useEffect, useRef } from "react";
import type { Citation } from "@/lib/richtext/citation";
import { usePanel } from "../panel-context";

type CitationChanges = {
  /** Puts a work in, in the place of the one with the same key or at the end. */
  put: (citation: Citation) => void;
  remove: (key: string) => void;
};

/** Changes of the reference list as it is at the moment of the change, also some time after a dialog or a toast appeared. */
export function useCitationChanges(): CitationChanges {
  const { copy, onChange } = usePanel();
  const latest = useRef(copy.citations);
  useEffect(() => {
    latest.current = copy.citations;
  }, [copy.citations]);
  return {
    put: (citation) => {
      const isThere = latest.current.some(({ id }) => id === citation.id);
      const replaced = latest.current.map((other) => (other.id === citation.id ? citation : other));
      onChange({ citations: isThere ? replaced : [...latest.current, citation] });
    },
    remove: (key) => {
      onChange({ citations: latest.current.filter(({ id }) => id !== key) });
    },
  };
}
