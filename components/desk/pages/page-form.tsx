"use client";
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { toast } from "sonner";
import type { EditorHandle } from "@/components/desk/editor/editor-handle";
import { RichTextEditor } from "@/components/desk/editor/rich-text-editor";
import type { EditorPicture } from "@/components/desk/editor/schema/picture-view";
import { MediaPicker } from "@/components/desk/media/media-picker";
import { uploadPicture } from "@/components/desk/media/upload-picture";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, TextArea, TextInput } from "@/components/ui/field";
import type { RichTextDocument } from "@/lib/richtext/schema";
import type { FormAction } from "@/lib/web/action-state";

export type PageValues = {
  title?: string;
  slug?: string;
  excerpt?: string;
  body: RichTextDocument;
  seoDescription?: string | null;
  noindex: boolean;
};

type PageFormProps = {
  initial: PageValues;
  /** The pictures that the body shows. */
  media: Readonly<Record<number, EditorPicture>>;
  action: FormAction<unknown>;
  submit: string;
  /** Hidden fields. */
  children?: ReactNode;
};

/** A static page: its text in the editor of articles, and what stands around it. */
export function PageForm({ initial, media, action, submit, children }: PageFormProps): ReactElement {
  const editor = useRef<EditorHandle>(null);
  const [isDirty, setDirty] = useState(false);
  const { pictures, picker } = usePagePictures();
  useLeaveWarning(isDirty);
  // The text lives in the editor; it goes into the form when that is sent.
  const takeBody = (data: FormData): Promise<boolean> => {
    if ((editor.current?.pendingUploads() ?? 0) > 0) {
      toast.error("Pictures are still on their way. Save again when they are there.");
      return Promise.resolve(false);
    }
    data.set("body", JSON.stringify(editor.current?.getDocument() ?? initial.body));
    return Promise.resolve(true);
  };
  return (
    <ActionForm
      action={action}
      prepare={takeBody}
      onDone={() => {
        setDirty(false);
      }}
      onInput={() => {
        setDirty(true);
      }}
      className="gap-4 grid"
    >
      {children}
      <AddressFields initial={initial} />
      <Field label="Introduction" name="excerpt" hint="A sentence or two below the title">
        <TextArea defaultValue={initial.excerpt} maxLength={400} />
      </Field>
      <div className="rounded-lg border-line bg-raised border">
        <RichTextEditor
          initial={initial.body}
          media={media}
          citations={[]}
          pictures={pictures}
          features="page"
          label="Text of the page"
          handleRef={editor}
          onChange={() => {
            setDirty(true);
          }}
        />
      </div>
      <Field label="Description for search engines" name="seoDescription" hint="Left empty, the introduction is used.">
        <TextArea defaultValue={initial.seoDescription ?? ""} maxLength={200} />
      </Field>
      <Checkbox name="noindex" label="Keep it out of search engines" defaultChecked={initial.noindex} />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
      {picker}
    </ActionForm>
  );
}

function AddressFields({ initial }: { initial: PageValues }): ReactElement {
  return (
    <div className="gap-4 lg:grid-cols-2 grid items-start">
      <Field label="Title" name="title">
        <TextInput defaultValue={initial.title} required maxLength={120} />
      </Field>
      <Field
        label="Address"
        name="slug"
        hint={initial.slug ? "When it changes, the old address leads to the new one." : "For example about-us"}
      >
        <TextInput defaultValue={initial.slug} required maxLength={120} spellCheck={false} autoCapitalize="none" />
      </Field>
    </div>
  );
}

/** Pictures for the editor: uploads, and a library that opens when the editor asks for one. */
function usePagePictures() {
  const [waiting, setWaiting] = useState<{ give: (pictures: readonly EditorPicture[]) => void } | null>(null);
  const [pictures] = useState(() => ({
    upload: uploadPicture,
    pick: () =>
      new Promise<readonly EditorPicture[]>((resolve) => {
        setWaiting({ give: resolve });
      }),
  }));
  const answer = (picked: readonly EditorPicture[]): void => {
    waiting?.give(picked);
    setWaiting(null);
  };
  const picker = (
    <MediaPicker
      open={waiting !== null}
      onOpenChange={(open) => {
        if (!open) answer([]);
      }}
      onPick={(picture) => {
        answer([picture]);
      }}
    />
  );
  return { pictures, picker };
}

/** Browsers ask before a page with unsaved text is left. */
function useLeaveWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
    };
  }, [isDirty]);
}
