import type { Organization } from "schema-dts";
import { logo } from "@/lib/seo/icons";
import { absoluteUrl, homePath } from "@/lib/urls";
import type { DescribedSite } from "./described-site";
import { organizationId } from "./node-ids";

/**
 * Who publishes. Google wants a logo of at least 112 by 112 pixels that looks right on white
 * (developers.google.com/search/docs/appearance/structured-data/organization). The e-mail address stays out: no page
 * holds it in a form that programs collect.
 */
export function organization({ name }: DescribedSite): Organization {
  return {
    "@type": "Organization",
    "@id": organizationId(),
    name,
    url: absoluteUrl(homePath),
    logo: { "@type": "ImageObject", url: absoluteUrl(logo.path), width: `${logo.size}`, height: `${logo.size}` },
  };
}
