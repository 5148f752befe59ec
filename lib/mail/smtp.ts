/** Handing mail in to the SMTP server that SMTP_URL names. */
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import type { Mail } from "./schema";
import { problemOf, type SendProblem } from "./policy";

/** How long each step of the dialogue may take, in milliseconds; a whole dialogue stays far below deliveryLease. */
const stepTimeout = 15_000;

/** Whether mail leaves this site at all; without, it is kept for administrators to read. */
export function hasMailServer(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * A connection to the server that SMTP_URL names, made when it is first used. Whoever opens it closes it.
 * @param step milliseconds that each step of the dialogue may take
 */
export function openSmtp(step: number) {
  return createTransport({
    url: env().SMTP_URL,
    dnsTimeout: step,
    connectionTimeout: step,
    greetingTimeout: step,
    socketTimeout: step,
    // What a mail says never makes this process read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

export type SendOutcome = { sent: true } | { sent: false; problem: SendProblem; reason: string };

/**
 * Sends one mail by SMTP_URL, which must be set.
 * @param envelope `from` as in a header; `messageId` the same at every attempt
 */
export async function handInMail(
  mail: Mail,
  envelope: { from: SenderAddress; messageId: string },
): Promise<SendOutcome> {
  const transport = openSmtp(stepTimeout);
  try {
    // RFC 3834: out-of-office programs do not answer it.
    await transport.sendMail({ ...mail, ...envelope, headers: { "Auto-Submitted": "auto-generated" } });
    return { sent: true };
  } catch (error) {
    const failure = error as Error & { code?: string; command?: string; responseCode?: number };
    return { sent: false, problem: problemOf(failure), reason: failure.message.slice(0, longestReason) };
  } finally {
    transport.close();
  }
}

export type SenderAddress = { name: string; address: string };

/** Servers may explain themselves at length. */
const longestReason = 500;
