import { noSuchPage } from "@/lib/web/or-not-found";
import { readerMetadata, readerPage } from "../reader-page";

// Every address that no other page answers.
const nothing = (): Promise<never> => Promise.resolve().then(noSuchPage);

export const generateMetadata = readerMetadata(nothing);
export default readerPage(nothing);
