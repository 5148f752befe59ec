/** What a browser holds between the password and the code: that the password was right, sealed. */
import { z } from "zod";
import { now } from "@/lib/clock";
import { codeTicketMinutes } from "./policy";
import { openText, sealText } from "./sealed-text";

const purpose = "code-ticket";
const ticketSchema = z.object({ userId: z.int(), tokenVersion: z.int(), until: z.number() });

/** Whose password was right. `tokenVersion`: a password changed since then makes the ticket worthless. */
export type CodeTicket = { userId: number; tokenVersion: number };

export function makeCodeTicket({ userId, tokenVersion }: CodeTicket): string {
  const until = now().getTime() + codeTicketMinutes * 60_000;
  return sealText(purpose, JSON.stringify({ userId, tokenVersion, until }));
}

/** @returns null when it is too old or none of ours */
export function readCodeTicket(ticket: string): CodeTicket | null {
  const text = openText(purpose, ticket);
  if (text === null) return null;
  const { userId, tokenVersion, until } = ticketSchema.parse(JSON.parse(text));
  return now().getTime() < until ? { userId, tokenVersion } : null;
}
