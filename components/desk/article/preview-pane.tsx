"use client";
import { ExternalLink, Monitor, RefreshCw, Smartphone, Tablet } from "lucide-react";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-look";
import { Tooltip } from "@/components/ui/tooltip";

/** Widths in pixels: a common phone, a tablet upright, a laptop. */
const devices = [
  { name: "Phone", width: 390, icon: Smartphone },
  { name: "Tablet", width: 820, icon: Tablet },
  { name: "Desktop", width: 1280, icon: Monitor },
] as const;

type PreviewPaneProps = {
  /** Path of the reader's page of the working copy. */
  path: string;
  /** Changes with every save; the pane then reads the page again. */
  savedVersion: number;
};

/** The reader's own page beside the text, as wide as a device, made smaller when it does not fit. */
export function PreviewPane({ path, savedVersion }: PreviewPaneProps): ReactElement {
  const [device, setDevice] = useState<(typeof devices)[number]>(devices[0]);
  const [asked, setAsked] = useState(0);
  const pane = useRef<HTMLDivElement>(null);
  const space = useSpace(pane);
  const scale = Math.min(1, space.width / device.width || 1);
  return (
    <section aria-label="Preview" className="min-h-0 flex h-full flex-col">
      <div role="toolbar" aria-label="Preview" className="gap-1 border-line p-1.5 flex items-center border-b">
        {devices.map((offered) => (
          <Tooltip key={offered.name} text={`${offered.name}, ${String(offered.width)} pixels`}>
            <Button
              look={offered === device ? "plain" : "quiet"}
              size="icon"
              aria-label={offered.name}
              aria-pressed={offered === device}
              onClick={() => {
                setDevice(offered);
              }}
            >
              <offered.icon aria-hidden />
            </Button>
          </Tooltip>
        ))}
        <span className="ml-1 text-sm text-quiet">{Math.round(scale * 100)} %</span>
        <Button
          look="quiet"
          size="icon"
          className="ml-auto"
          aria-label="Read again"
          onClick={() => {
            setAsked(asked + 1);
          }}
        >
          <RefreshCw aria-hidden />
        </Button>
        <a
          href={path}
          target="_blank"
          rel="noreferrer"
          aria-label="Open in its own tab"
          className={buttonClass({ look: "quiet", size: "icon" })}
        >
          <ExternalLink aria-hidden />
        </a>
      </div>
      <div ref={pane} className="min-h-0 bg-sunken relative flex-1 overflow-hidden">
        <PreviewFrame
          source={`${path}?v=${String(savedVersion)}.${String(asked)}`}
          style={{
            width: device.width,
            height: space.height / scale,
            transform: `scale(${String(scale)})`,
            marginInlineStart: Math.max(0, (space.width - device.width * scale) / 2),
          }}
        />
      </div>
    </section>
  );
}

type PreviewFrameProps = {
  source: string;
  style: { width: number; height: number; transform: string; marginInlineStart: number };
};

/** Keeps the place where one was reading when the page is read again. */
function PreviewFrame({ source, style }: PreviewFrameProps): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const place = useRef(0);
  useEffect(() => {
    place.current = frame.current?.contentWindow?.scrollY ?? 0;
    if (frame.current) frame.current.contentWindow?.location.replace(source);
  }, [source]);
  return (
    <iframe
      ref={frame}
      title="The page as readers would see it"
      className="bg-white origin-top-left border-0"
      style={style}
      onLoad={() => {
        frame.current?.contentWindow?.scrollTo(0, place.current);
      }}
    />
  );
}

function useSpace(element: { current: HTMLElement | null }): { width: number; height: number } {
  const [space, setSpace] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSpace({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return space;
}
