"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** Many pictures that arrive one after the other are one reason to read the page again, not forty. */
const delay = 400;

/** @returns asks for the page to be read again, soon; asking often meanwhile changes nothing */
export function useRefreshSoon(): () => void {
  const router = useRouter();
  const timer = useRef<number | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) window.clearTimeout(timer.current);
    },
    [],
  );
  return () => {
    timer.current ??= window.setTimeout(() => {
      timer.current = null;
      router.refresh();
    }, delay);
  };
}
