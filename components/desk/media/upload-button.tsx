"use client";
import { ImageUp } from "lucide-react";
import { useRef, type ReactElement, type ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";

/** What the file chooser offers first. The server looks at the bytes, whatever a file is called. */
const offered = "image/jpeg,image/png,image/webp,image/avif,image/gif";

type UploadButtonProps = Omit<ButtonProps, "onClick" | "children"> & {
  multiple?: boolean;
  /** What the file field is called, for who does not see the button. */
  label: string;
  onFiles: (files: File[]) => void;
  children: ReactNode;
};

/** A button that asks for files. */
export function UploadButton({
  multiple = false,
  label,
  onFiles,
  children,
  ...button
}: UploadButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={offered}
        multiple={multiple}
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const files = Array.from(event.currentTarget.files ?? []);
          // The same file can be chosen again.
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button
        {...button}
        onClick={() => {
          input.current?.click();
        }}
      >
        <ImageUp aria-hidden className="size-4" />
        {children}
      </Button>
    </>
  );
}
