/**
 * Which linked pages a browser may make ready while the pointer rests on their link (Speculation Rules API, "moderate").
 * Browsers hold two such pages at most and drop the oldest for a third, do without where data or power is to be saved,
 * and those that don't know the rules skip them.
 */

/** Has a form as its subject, shows what one reader typed, or is no page. In the words of URLPattern. */
const neverPrerendered = [
  "/search",
  "/search/*",
  "/admin*",
  "/api/*",
  "/preview/*",
  "/media/*",
  "/social/*",
  "/*.*",
  "/*\\?(.+)",
];

/** Links within the page, to files, to other windows, and those that are not to be followed unasked. */
const nevers = ["[href^='#']", "[download]", "[target]", "[rel~='nofollow']", "form a"];

const rules = {
  prerender: [
    {
      where: {
        and: [
          { href_matches: "/*" },
          { not: { href_matches: neverPrerendered } },
          { not: { selector_matches: nevers.join(", ") } },
        ],
      },
      eagerness: "moderate",
    },
  ],
};

/** The content of a script of the type "speculationrules". */
export const speculationRules = JSON.stringify(rules);
