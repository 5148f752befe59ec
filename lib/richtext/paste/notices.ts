/** Collects what could not be taken along, and says it in a few sentences. */
export class PasteNotices {
  private readonly remote: string[] = [];
  private readonly frames: string[] = [];
  private unreachable = 0;

  /** @param address of a picture on another site */
  remotePicture(address: string): void {
    if (!this.remote.includes(address)) this.remote.push(address);
  }

  /** A picture that only the other program can read. */
  unreachablePicture(): void {
    this.unreachable += 1;
  }

  /** @param address of a page that was shown inside the page */
  embeddedPage(address: string): void {
    this.frames.push(hostOf(address));
  }

  sentences(): string[] {
    return [
      ...(this.remote.length > 0 ? [remoteSentence(this.remote)] : []),
      ...(this.unreachable > 0 ? [unreachableSentence(this.unreachable)] : []),
      ...(this.frames.length > 0 ? [`An embedded page was left out (${this.frames.join(", ")}).`] : []),
    ];
  }
}

/** More would fill the screen. */
const mostAddresses = 5;

function remoteSentence(addresses: readonly string[]): string {
  const shown = addresses.slice(0, mostAddresses).join(", ");
  const more = addresses.length > mostAddresses ? ` and ${String(addresses.length - mostAddresses)} more` : "";
  const what =
    addresses.length === 1
      ? "A picture on another site was"
      : `${String(addresses.length)} pictures on other sites were`;
  return `${what} left out: ${shown}${more}. If you may use them, save them and add the files.`;
}

function unreachableSentence(count: number): string {
  const what = count === 1 ? "A picture in the text was" : `${String(count)} pictures in the text were`;
  return `${what} left out, because the program did not hand over the file. Copy each picture by itself, or drop its file here.`;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "no address";
}
