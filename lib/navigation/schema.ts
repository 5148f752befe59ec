import { z } from "zod";
import { linkTarget } from "@/lib/own-address";

export const menuNames = ["header", "footer"] as const;
export type MenuName = (typeof menuNames)[number];

export const menuInput = z.object({
  menu: z.enum(menuNames),
  /** The version the form started from; 0 while nobody has saved. */
  expectedVersion: z.number().int().min(0),
  links: z
    .array(z.object({ label: z.string().trim().min(1, "is missing").max(60), href: linkTarget }))
    .max(30, "has at most 30 links")
    .superRefine((links, context) => {
      const seen = new Set<string>();
      for (const [index, { href }] of links.entries()) {
        if (seen.has(href))
          context.addIssue({ code: "custom", path: [index, "href"], message: "is in the menu already" });
        seen.add(href);
      }
    }),
});
export type MenuInput = z.input<typeof menuInput>;
