/** What is shown in place of a card that is not drawn yet: the ground and the sign, which no change of words makes wrong. */
import type { SocialCard } from "./card-address";

/** Under public/, drawn by `npm run icons`. */
export const standInFile = "/social-card.png";

export const standIn: SocialCard = { headline: "", kicker: null, category: null, siteName: "" };
