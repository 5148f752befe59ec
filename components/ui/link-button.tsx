import Link from "next/link";
import type { ComponentProps, ReactElement } from "react";
import { buttonClass, type ButtonLook } from "./button-look";

/** A link that looks like a button, for going somewhere. */
export function LinkButton({ look, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook): ReactElement {
  return <Link {...rest} className={buttonClass({ look, size }, className)} />;
}
