/**
 * What advertising, mail and social networks add to an address so that they know where a reader came from. It never
 * changes what is shown, so the address without it is the only one.
 */

/** Names in lower case. Sources: the help pages of the product that adds each. */
const names = new Set([
  // Google Ads, Campaign Manager, Analytics (cross-domain linking), Google Merchant
  ...["gclid", "gclsrc", "gbraid", "wbraid", "dclid", "gad_source", "gad_campaignid", "srsltid", "_ga", "_gl", "_gac"],
  // Meta
  ...["fbclid", "igshid", "igsh", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref"],
  // Microsoft, Yandex, X, TikTok, LinkedIn, Pinterest, Snapchat, Reddit
  ...["msclkid", "yclid", "ysclid", "_openstat", "twclid", "ttclid", "li_fat_id", "epik", "sccid", "rdt_cid"],
  // Mailchimp, HubSpot, Marketo, Klaviyo, ActiveCampaign, MailerLite, Drip
  ...["mc_cid", "mc_eid", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", "mkt_tok", "_kx"],
  ...["vgo_ee", "ml_subscriber", "ml_subscriber_hash", "__s"],
  // Adobe, Impact, Outbrain, Taboola, Webtrends
  ...["s_cid", "ef_id", "irclickid", "obclid", "dicbo", "tblci", "wt_mc"],
]);
/** Families: Urchin (utm_source, utm_medium, …), Matomo (mtm_, pk_, piwik_) and HubSpot Ads (hsa_). */
const prefixes = ["utm_", "mtm_", "pk_", "piwik_", "hsa_"];

/** @param name of a query parameter, decoded; letter case does not matter */
export function isTrackingParameter(name: string): boolean {
  const lower = name.toLowerCase();
  return names.has(lower) || prefixes.some((prefix) => lower.startsWith(prefix));
}
