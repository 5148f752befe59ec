import type { ReactElement } from "react";

/** A mail's plain text. Its links can be followed, since without an SMTP server nobody gets them otherwise. */
export function MailText({ text }: { text: string }): ReactElement {
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <div className="rounded-lg border-line bg-raised p-5 border break-words whitespace-pre-wrap">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} rel="noreferrer" className="text-accent break-all underline">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}
