import { z } from "zod";
import { roles } from "@/lib/auth/roles";

export const userInput = z.object({
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1).max(120),
  role: z.enum(roles),
  /** NIST SP 800-63B: length is what counts; no rules of composition. */
  password: z.string().min(12, "needs at least 12 characters").max(1000),
});
export type UserInput = z.input<typeof userInput>;
