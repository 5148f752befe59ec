import path from "node:path";

/** What the desk's server under test printed, with the link for the first administrator. */
export const deskLogFile = path.resolve(import.meta.dirname, "../../../.cache/e2e-desk-server.log");
