"use client";
/**
 * Autosave for the editor screen. What the screen owes:
 *
 * - `read()` gives the whole working copy as it stands on the screen (the body from the editor's handle). It is called at
 *   saves, not at every key; it may be called at any time after mounting.
 * - `replace(copy)` puts a copy on the screen: the body through `handle.replaceDocument(copy.body)`, everything else into the
 *   form. Pictures that came in from others go to `handle.addPictures` first.
 * - `hint()` after every change of the text or of a field. Cheap.
 * - `beforeReading()` (optional) makes pending changes known: `handle.flushChange()`.
 * - Before anything that acts on the saved text (submit, publish): `await flush()`; null means that it was not saved.
 * - It shows `snapshot` (SaveStatus), `companions` (PresenceBanner), `recoveries` (RecoveryNotice) and, while
 *   `snapshot.question` is there, the MergeDialog.
 *
 * All of this does nothing for `editable: false` but telling who else is there.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import type { WorkingCopy } from "@/lib/articles/schema";
import { deskWorkingCopyPath } from "@/lib/desk-urls";
import { AutosaveController } from "./autosave-controller";
import type { AutosaveSnapshot } from "./autosave-types";
import { holdEditorLock, liveEditors } from "./editor-locks";
import { httpTransport } from "./http-transport";
import { discardLocalCopy, localCopyStore, recoverLocalCopies, type Recovery } from "./local-copies";
import type { Companion } from "./presence-watch";
import { usePresence } from "./use-presence";

export type AutosaveInput = {
  articleId: number;
  userId: number;
  editable: boolean;
  /** As the server had it when the screen was made. */
  initial: { version: number; copy: WorkingCopy };
  read: () => WorkingCopy;
  replace: (copy: WorkingCopy) => void;
  beforeReading?: () => void;
};

export type Autosave = {
  snapshot: AutosaveSnapshot;
  companions: Companion[];
  /** Unsaved work that this browser kept, newest first. */
  recoveries: Recovery[];
  hint: () => void;
  flush: () => Promise<number | null>;
  /** Puts kept work on the screen again and merges it. @returns false when what is on the screen could not be saved first */
  takeBack: (recovery: Recovery) => Promise<boolean>;
  letGo: (recovery: Recovery) => Promise<void>;
  /** Merges anew with what was typed since; when the question is opened. */
  reopenQuestion: () => void;
  answerQuestion: (copy: WorkingCopy) => void;
};

export function useAutosave(input: AutosaveInput): Autosave {
  const { articleId, userId, editable } = input;
  const [sessionKey] = useState(newSessionKey);
  const [controller] = useState(() => makeController(input, sessionKey));
  const screen = useRef(input);
  useLayoutEffect(() => {
    screen.current = input;
    controller.connect(input);
  });
  const snapshot = useSyncExternalStore(controller.subscribe, controller.getSnapshot, controller.getSnapshot);
  const { companions, announceSave } = usePresence(articleId, sessionKey, controller.noticeVersion);
  useEffect(
    () => (editable ? openEditor(controller, sessionKey, screen) : undefined),
    [controller, editable, sessionKey],
  );
  useEffect(() => {
    if (snapshot.savedAt !== null) announceSave(snapshot.version);
  }, [announceSave, snapshot.savedAt, snapshot.version]);
  const [recoveries, setRecoveries] = useState<Recovery[]>([]);
  useEffect(() => {
    if (editable) void findRecoveries(screen.current).then(setRecoveries);
  }, [editable]);
  const flush = useCallback((): Promise<number | null> => {
    screen.current.beforeReading?.();
    return controller.flush();
  }, [controller]);
  const letGo = useCallback(
    async (recovery: Recovery): Promise<void> => {
      setRecoveries((others) => others.filter((other) => other !== recovery));
      await discardLocalCopy({ articleId, userId }, recovery.sessionKey);
    },
    [articleId, userId],
  );
  const takeBack = useCallback(
    async (recovery: Recovery): Promise<boolean> => {
      if ((await flush()) === null) return false;
      controller.resume(recovery);
      // By now it is kept under this editor's own key.
      await controller.flush();
      await letGo(recovery);
      return true;
    },
    [controller, flush, letGo],
  );
  const { hint, reopenQuestion, answerQuestion } = controller;
  return { snapshot, companions, recoveries, hint, flush, takeBack, letGo, reopenQuestion, answerQuestion };
}

function makeController(input: AutosaveInput, sessionKey: string): AutosaveController {
  const { articleId, userId, editable, initial } = input;
  const controller = new AutosaveController({
    sessionKey,
    base: initial,
    screen: input,
    transport: httpTransport(deskWorkingCopyPath(articleId)),
    store: localCopyStore({ articleId, userId }, sessionKey),
    isOnline: () => navigator.onLine,
  });
  if (!editable) controller.stop();
  return controller;
}

/** Listens to the page's life while the editor is open. @returns what ends it */
function openEditor(
  controller: AutosaveController,
  sessionKey: string,
  screen: { current: AutosaveInput },
): () => void {
  controller.start();
  const release = holdEditorLock(sessionKey);
  const leave = (): void => {
    screen.current.beforeReading?.();
    controller.leave();
  };
  const look = (): void => {
    if (document.visibilityState === "visible") controller.again();
    else leave();
  };
  const warn = (event: BeforeUnloadEvent): void => {
    screen.current.beforeReading?.();
    const { status, withoutLocalCopy } = controller.getSnapshot();
    // With a copy in the browser nothing is lost, and nobody needs to be held up.
    if (status !== "saved" && withoutLocalCopy) event.preventDefault();
  };
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", controller.again);
  window.addEventListener("online", controller.again);
  window.addEventListener("beforeunload", warn);
  document.addEventListener("visibilitychange", look);
  return () => {
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", controller.again);
    window.removeEventListener("online", controller.again);
    window.removeEventListener("beforeunload", warn);
    document.removeEventListener("visibilitychange", look);
    leave();
    controller.stop();
    release();
  };
}

async function findRecoveries({ articleId, userId, initial }: AutosaveInput): Promise<Recovery[]> {
  return recoverLocalCopies({ articleId, userId }, initial, await liveEditors());
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without HTTPS. */
function newSessionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
