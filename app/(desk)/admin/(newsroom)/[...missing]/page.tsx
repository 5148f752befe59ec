import { notFound } from "next/navigation";

/** Without this, the reader's site would answer for addresses that the desk does not have. */
export default function MissingPage(): never {
  notFound();
}
