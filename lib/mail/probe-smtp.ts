import { openSmtp } from "./smtp";

/** How long each step of the greeting may take, in milliseconds. */
const stepTimeout = 4_000;

/**
 * Greets the SMTP server that SMTP_URL names, and signs in there; sends nothing.
 * @returns null when it answered, else why not (never the address itself, which may carry a password)
 */
export async function probeSmtp(): Promise<string | null> {
  const transport = openSmtp(stepTimeout);
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : "it gave no reason.";
  } finally {
    transport.close();
  }
}
