import { z } from "zod";

export const menuInput = z.object({
  menu: z.enum(["header", "footer"]),
  links: z
    .array(
      z.object({
        label: z.string().trim().min(1).max(60),
        href: z
          .string()
          .max(500)
          .regex(/^(\/(?!\/)|https?:\/\/)/, "starts with / or https://"),
      }),
    )
    .max(30),
});
export type MenuInput = z.input<typeof menuInput>;
