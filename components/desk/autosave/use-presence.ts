"use client";
/** Who else has an article open, for a screen. */
import { useEffect, useRef, useState } from "react";
import { deskPresencePath } from "@/lib/desk-urls";
import { httpPresence, PresenceWatch, type Companion, type TabChannel } from "./presence-watch";

/**
 * @param onVersion called with the version that the server or another tab has
 * @returns the others, who came first first, and what tells other tabs of a save
 */
export function usePresence(
  articleId: number,
  sessionKey: string,
  onVersion: (version: number) => void,
): { companions: Companion[]; announceSave: (version: number) => void } {
  const [companions, setCompanions] = useState<Companion[]>([]);
  const watch = useRef<PresenceWatch | null>(null);
  useEffect(() => {
    const channel = openChannel(articleId);
    const ask = httpPresence(deskPresencePath(articleId), sessionKey);
    const made = new PresenceWatch({ sessionKey, ask, channel, onVersion, onChange: setCompanions });
    watch.current = made;
    made.start();
    const refresh = (): void => {
      if (document.visibilityState === "visible") made.refresh();
    };
    document.addEventListener("visibilitychange", refresh);
    const leave = (): void => {
      made.stop();
    };
    const back = (event: PageTransitionEvent): void => {
      if (event.persisted) made.start();
    };
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", back);
    return () => {
      document.removeEventListener("visibilitychange", refresh);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", back);
      made.stop();
      channel?.close();
    };
  }, [articleId, sessionKey, onVersion]);
  const [announceSave] = useState(() => (version: number) => watch.current?.announceSave(version));
  return { companions, announceSave };
}

function openChannel(articleId: number): TabChannel | null {
  if (typeof BroadcastChannel === "undefined") return null;
  const channel = new BroadcastChannel(`mental-health-network-article-${String(articleId)}`);
  const tabs: TabChannel = {
    onmessage: null,
    postMessage: (message) => {
      channel.postMessage(message);
    },
    close: () => {
      channel.close();
    },
  };
  channel.onmessage = (event: MessageEvent) => tabs.onmessage?.(event);
  return tabs;
}
