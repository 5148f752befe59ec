"use client";
import { Command } from "cmdk";
import { FileText, Moon, SquarePen, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog as Primitive } from "radix-ui";
import { startTransition, useEffect, useState, type ReactElement } from "react";
import { deskArticlePath } from "@/lib/desk-urls";
import { areaIcon } from "./area-icons";
import { PaletteGroup, PaletteItem } from "./palette-parts";
import type { ShellGroup } from "./shell-types";
import { setDeskTheme } from "./theme-menu";
import { useArticleSearch, type FoundArticle } from "./use-article-search";

type CommandPaletteProps = {
  groups: ShellGroup[];
  startArticle: (() => Promise<void>) | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Everything by typing: areas, articles by their words, and what can be done anywhere. Ctrl K or ⌘ K. */
export function CommandPalette({ groups, startArticle, open, onOpenChange }: CommandPaletteProps): ReactElement {
  usePaletteShortcut(open, onOpenChange);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="inset-0 bg-black/45 fixed z-40" />
        <Primitive.Content
          aria-describedby={undefined}
          className="max-w-xl rounded-lg border-line bg-raised shadow-raised fixed top-[12dvh] left-1/2 z-50 w-[calc(100%-1.5rem)] -translate-x-1/2 overflow-hidden border"
        >
          <Primitive.Title className="sr-only">Search and commands</Primitive.Title>
          <PaletteCommands
            {...{ groups, startArticle, open }}
            close={() => {
              onOpenChange(false);
            }}
          />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type PaletteCommandsProps = Omit<CommandPaletteProps, "onOpenChange"> & { close: () => void };

function PaletteCommands({ groups, startArticle, open, close }: PaletteCommandsProps): ReactElement {
  const router = useRouter();
  const [words, setWords] = useState("");
  const articles = useArticleSearch(open ? words : "");
  const act = (work: () => void) => () => {
    close();
    setWords("");
    work();
  };
  const go = (href: string) =>
    act(() => {
      router.push(href);
    });
  return (
    <Command label="Search and commands" loop>
      <Command.Input
        value={words}
        onValueChange={setWords}
        placeholder="Search articles, or go to…"
        className="border-line px-4 py-3 placeholder:text-quiet w-full border-b bg-transparent outline-none"
      />
      <Command.List className="p-2 max-h-[60dvh] overflow-y-auto">
        <Command.Empty className="px-3 py-6 text-quiet text-center">Nothing has these words.</Command.Empty>
        <FoundArticles words={words} articles={articles} go={go} />
        <PaletteGroup heading="Do">
          {startArticle && (
            <PaletteItem
              value="new article write"
              onSelect={act(() => {
                startTransition(startArticle);
              })}
            >
              <SquarePen aria-hidden />
              New article
            </PaletteItem>
          )}
          <ThemeCommands act={act} />
        </PaletteGroup>
        {groups.map((group) => (
          <PaletteGroup key={group.label} heading={group.label}>
            {group.areas.map((area) => (
              <PaletteItem key={area.id} value={`go to ${area.label}`} onSelect={go(area.href)}>
                {areaIcon(area.id)}
                {area.label}
              </PaletteItem>
            ))}
          </PaletteGroup>
        ))}
      </Command.List>
    </Command>
  );
}

type FoundArticlesProps = { words: string; articles: FoundArticle[]; go: (href: string) => () => void };

function FoundArticles({ words, articles, go }: FoundArticlesProps): ReactElement | null {
  if (articles.length === 0) return null;
  return (
    <PaletteGroup heading="Articles">
      {articles.map(({ id, headline }) => (
        <PaletteItem
          key={id}
          // What the server found fits, whatever the words look like here.
          value={`${words} ${headline} ${String(id)}`}
          onSelect={go(deskArticlePath(id))}
        >
          <FileText aria-hidden />
          <span className="truncate">{headline || "Without a headline"}</span>
        </PaletteItem>
      ))}
    </PaletteGroup>
  );
}

function usePaletteShortcut(open: boolean, onOpenChange: (open: boolean) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      onOpenChange(!open);
    };
    document.addEventListener("keydown", listen);
    return () => {
      document.removeEventListener("keydown", listen);
    };
  }, [open, onOpenChange]);
}

function ThemeCommands({ act }: { act: (work: () => void) => () => void }): ReactElement {
  const themes = [
    { theme: "light", label: "Light colours", icon: Sun },
    { theme: "dark", label: "Dark colours", icon: Moon },
  ] as const;
  return (
    <>
      {themes.map(({ theme, label, icon: Icon }) => (
        <PaletteItem
          key={theme}
          value={label}
          onSelect={act(() => {
            setDeskTheme(theme);
          })}
        >
          <Icon aria-hidden />
          {label}
        </PaletteItem>
      ))}
    </>
  );
}
