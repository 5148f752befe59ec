/** A page with nothing but the editor, as a browser bundle. What the tests ask of it hangs on `window.harness`. */
import { createRoot } from "react-dom/client";
import { createRef } from "react";
import type { EditorHandle } from "@/components/desk/editor/editor-handle";
import { RichTextEditor } from "@/components/desk/editor/rich-text-editor";
import type { EditorPicture } from "@/components/desk/editor/schema/picture-view";
import type { RichTextDocument } from "@/lib/richtext/schema";

export type Harness = {
  handle: () => EditorHandle | null;
  changes: RichTextDocument[];
  uploads: {
    name: string;
    size: number;
    finish: (error?: string) => void;
    progress: (fraction: number) => void;
    aborted: boolean;
  }[];
};

declare global {
  interface Window {
    harness: Harness;
    harnessInput?: { initial?: RichTextDocument; unknown?: { index: number; type: string; reason: string }[] };
  }
}

const pixel =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function picture(id: number): EditorPicture {
  return { id, alt: `Picture ${String(id)}`, decorative: false, credit: null, width: 640, height: 360, preview: pixel };
}

const handle = createRef<EditorHandle>();
const changes: RichTextDocument[] = [];
const uploads: Harness["uploads"] = [];
window.harness = { handle: () => handle.current, changes, uploads };

function upload(file: File, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<EditorPicture> {
  return new Promise((resolve, reject) => {
    const entry = {
      name: file.name,
      size: file.size,
      aborted: false,
      progress: onProgress,
      finish: (error?: string) => {
        if (error) reject(new Error(error));
        else resolve(picture(100 + uploads.indexOf(entry)));
      },
    };
    signal.addEventListener("abort", () => {
      entry.aborted = true;
      reject(signal.reason as Error);
    });
    uploads.push(entry);
  });
}

const articles = [
  { title: "What happens during therapy sessions", path: "/growth-psychology/what-happens-during-therapy-sessions" },
  { title: "Stress at work", path: "/workplace-psychology/stress-at-work" },
];

createRoot(document.querySelector("#editor") ?? document.body).render(
  <RichTextEditor
    initial={window.harnessInput?.initial ?? { type: "doc", content: [] }}
    unknown={window.harnessInput?.unknown ?? []}
    media={Object.fromEntries([1, 2, 3, 4].map((id) => [id, picture(id)]))}
    citations={[
      { id: "a-2001", label: "Author A. First work. 2001" },
      { id: "b-2002", label: "Author B. Second work. 2002" },
    ]}
    pictures={{ pick: ({ several }) => Promise.resolve((several ? [1, 2] : [3]).map(picture)), upload }}
    features="article"
    label="Article text"
    siteOrigin="https://site.example"
    suggestArticles={(query) =>
      Promise.resolve(articles.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase())))
    }
    onChange={({ getDocument }) => changes.push(getDocument())}
    handleRef={handle}
  />,
);
