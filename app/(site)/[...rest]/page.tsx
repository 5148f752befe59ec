import { noSuchPage } from "@/lib/web/or-not-found";
import { readerPage } from "../reader-page";

// Every address that no other page answers.
export default readerPage(() => Promise.resolve().then(noSuchPage));
