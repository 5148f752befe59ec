"use client";
import { Copy, Share2 } from "lucide-react";
import { useState, type ReactElement } from "react";
import { toast } from "sonner";
import { ActionForm, SubmitButton } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Select, TextInput } from "@/components/ui/field";
import { dateAndTime } from "@/lib/dates";
import type { FormAction } from "@/lib/web/action-state";
import { useArticleSession } from "./article-session";

export type SharedPreview = { url: string; expires: Date };

/** Makes a link for somebody without an account. It always shows the newest saved text, until it is over. */
export function SharePreview({ action }: { action: FormAction<SharedPreview> }): ReactElement {
  const { articleId } = useArticleSession();
  const [open, setOpen] = useState(false);
  const [shared, setShared] = useState<SharedPreview | null>(null);
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-label="Share a preview"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Share2 aria-hidden />
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Share a preview"
        description="Whoever has the link sees the saved text, without an account."
        size="small"
      >
        <ActionForm action={action} onDone={setShared} className="gap-2 flex items-end">
          <input type="hidden" name="articleId" value={articleId} />
          <Field label="Holds for" name="days" className="flex-1">
            <Select defaultValue="7">
              <option value="1">1 day</option>
              <option value="7">7 days</option>
              <option value="30">30 days</option>
            </Select>
          </Field>
          <SubmitButton>Make a link</SubmitButton>
        </ActionForm>
        {shared && <SharedLink shared={shared} />}
      </Dialog>
    </>
  );
}

function SharedLink({ shared }: { shared: SharedPreview }): ReactElement {
  const { timeZone } = useArticleSession();
  const copy = async (url: string): Promise<void> => {
    await navigator.clipboard.writeText(url);
    toast.success("Copied.");
  };
  return (
    <div className="mt-4 gap-1 grid">
      <div className="gap-2 flex items-end">
        <Field label="Link" name="url" className="flex-1">
          <TextInput readOnly value={shared.url} />
        </Field>
        <Button
          aria-label="Copy the link"
          onClick={() => {
            copy(shared.url).catch(() => toast.error("The browser did not let us copy. Select the link instead."));
          }}
        >
          <Copy aria-hidden className="size-4" />
        </Button>
      </div>
      <p className="text-sm text-quiet">Holds until {dateAndTime(shared.expires, timeZone)}.</p>
    </div>
  );
}
