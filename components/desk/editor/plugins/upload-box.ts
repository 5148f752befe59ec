/** The box that stands in the text while a picture is on its way. Plain DOM: progress changes without the editor. */

type UploadBoxActions = { onCancel: () => void; onRetry: () => void };

export class UploadBox {
  readonly element = document.createElement("div");
  private readonly words = document.createElement("span");
  private readonly progress = document.createElement("progress");
  private readonly retry: HTMLButtonElement;
  private readonly cancel: HTMLButtonElement;
  private readonly name: string;

  constructor(name: string, { onCancel, onRetry }: UploadBoxActions) {
    this.name = name;
    this.element.className = "rte-upload";
    this.element.contentEditable = "false";
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", `Upload of ${name}`);
    this.progress.max = 1;
    this.progress.setAttribute("aria-label", `Uploading ${name}`);
    this.words.setAttribute("aria-live", "polite");
    this.retry = button("Try again", onRetry);
    this.cancel = button("Cancel", onCancel);
    this.element.append(this.words, this.progress, this.retry, this.cancel);
    this.showProgress(0);
  }

  /** @param fraction 0..1 of the file; at 1 the server is still working */
  showProgress(fraction: number): void {
    const words = fraction >= 1 ? `Preparing ${this.name}` : `Uploading ${this.name}`;
    if (this.words.textContent !== words) this.words.textContent = words;
    this.progress.value = fraction;
    this.progress.hidden = false;
    this.retry.hidden = true;
    this.cancel.textContent = "Cancel";
    this.element.classList.remove("rte-upload--failed");
  }

  showFailure(reason: string): void {
    this.words.textContent = `${this.name} was not uploaded. ${reason}`;
    this.progress.hidden = true;
    this.retry.hidden = false;
    this.cancel.textContent = "Remove";
    this.element.classList.add("rte-upload--failed");
  }
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", onClick);
  return element;
}
