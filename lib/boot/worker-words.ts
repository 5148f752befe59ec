/**
 * What the primary process and its workers say to each other. A worker starts, says "prepared", and "ready" as soon as it
 * could serve; it listens when it is told to, and leaves when it is told to. Before others take over it is told to write down
 * which pages are hot, and says "noted" when it has.
 */

/** "prepared": pages can be rendered. "ready": besides, the database answers and has every migration. */
export type WorkerWord = "prepared" | "ready" | "noted";

/** "retire": another worker has taken over. "leave": the whole instance goes, and /readyz says so. */
export type PrimaryWord = "listen" | "note" | "retire" | "leave";
