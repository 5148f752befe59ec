import type { EducationalOccupationalCredential, Organization, Person, ProfilePage } from "schema-dts";
import type { MediaView } from "@/lib/media/types";
import { orcidAddress } from "@/lib/people/orcid";
import { absoluteUrl, authorPath, mediaVariant } from "@/lib/urls";
import type { DescribedSite } from "./described-site";
import { authorId, organizationId, refer } from "./node-ids";
import { pageFacts, type DescribedPage } from "./web-page";

export type Profiled = {
  slug: string;
  name: string;
  kind: "person" | "desk";
  bio: string;
  credentials: string | null;
  jobTitle: string | null;
  licence: string | null;
  orcid: string | null;
  links: readonly { href: string }[];
  portrait: MediaView | null;
};

/** The page of a person or desk (developers.google.com/search/docs/appearance/structured-data/profile-page). */
export function profilePage(site: DescribedSite, page: DescribedPage & { profiled: Profiled }): ProfilePage {
  const { profiled } = page;
  return {
    "@type": "ProfilePage",
    ...pageFacts(site, page),
    mainEntity: profiled.kind === "desk" ? desk(profiled) : person(profiled),
  };
}

function desk(profiled: Profiled): Organization {
  return { "@type": "Organization", ...shared(profiled), parentOrganization: refer(organizationId()) };
}

function person(profiled: Profiled): Person {
  const { jobTitle } = profiled;
  const credentials = credentialsOf(profiled);
  return {
    "@type": "Person",
    ...shared(profiled),
    ...(jobTitle ? { jobTitle, affiliation: refer(organizationId()) } : {}),
    ...(credentials.length > 0 ? { hasCredential: credentials } : {}),
  };
}

function shared({ slug, name, bio, orcid, links, portrait }: Profiled) {
  const sameAs = [...(orcid ? [orcidAddress(orcid)] : []), ...links.map(({ href }) => href)];
  return {
    "@id": authorId(slug),
    name,
    url: absoluteUrl(authorPath(slug)),
    ...(bio ? { description: bio } : {}),
    ...(portrait
      ? { image: absoluteUrl(mediaVariant(portrait.key, portrait.widths.at(-1) ?? portrait.width, "jpg")) }
      : {}),
    ...(sameAs.length > 0 ? { sameAs } : {}),
  };
}

function credentialsOf({ credentials, licence }: Profiled): EducationalOccupationalCredential[] {
  const named = (name: string, credentialCategory: string): EducationalOccupationalCredential => ({
    "@type": "EducationalOccupationalCredential",
    name,
    credentialCategory,
  });
  return [...(credentials ? [named(credentials, "degree")] : []), ...(licence ? [named(licence, "licence")] : [])];
}
