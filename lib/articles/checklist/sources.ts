/** The guidelines that the rules follow. Each rule names one, so that an editor can read why. */
import type { Source } from "./types";

export const sources = {
  /** Its dos and don'ts: no sensational or normalising language, no method or place, no headline, help is named. */
  who: {
    label: "WHO and IASP, Preventing suicide: a resource for media professionals (2023)",
    url: "https://www.who.int/publications/i/item/9789240076846",
  },
  samaritans: {
    label: "Samaritans, Media guidelines for reporting suicide",
    url: "https://www.samaritans.org/about-samaritans/media-guidelines/media-guidelines-reporting-suicide/",
  },
  reportingOnSuicide: {
    label: "Recommendations for Reporting on Suicide",
    url: "https://reportingonsuicide.org/recommendations/",
  },
  /** The stylebook itself is for subscribers; its entry is reprinted here. */
  ap: {
    label: "AP Stylebook, entry “mental illness”",
    url: "https://editorial-styleguide.umark.wisc.edu/term/mental-illness/",
  },
  nida: {
    label: "NIDA, Words matter: terms to use and avoid when talking about addiction",
    url: "https://nida.nih.gov/nidamed-medical-health-professionals/health-professions-education/words-matter-terms-to-use-avoid-when-talking-about-addiction",
  },
  ftc: {
    label: "FTC, Health products compliance guidance",
    url: "https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance",
  },
  readingLevel: {
    label: "WCAG 2.2, Understanding 3.1.5: Reading level",
    url: "https://www.w3.org/WAI/WCAG22/Understanding/reading-level.html",
  },
  paragraphs: {
    label: "Office for National Statistics, style guide: Paragraphs",
    url: "https://style.ons.gov.uk/writing-for-the-web/structuring-content/paragraphs/",
  },
  titles: {
    label: "Google Search Central, Influencing title links",
    url: "https://developers.google.com/search/docs/appearance/title-link",
  },
  snippets: {
    label: "Google Search Central, Control your snippets",
    url: "https://developers.google.com/search/docs/appearance/snippet",
  },
  articleData: {
    label: "Google Search Central, Article structured data",
    url: "https://developers.google.com/search/docs/appearance/structured-data/article",
  },
} as const satisfies Record<string, Source>;
