import { expect, it } from "vitest";
import { isTrackingParameter } from "./tracking-parameters";

it.each([
  ...[
    "utm_source",
    "utm_campaign",
    "UTM_Content",
    "utm_id",
    "fbclid",
    "gclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "mc_cid",
  ],
  ...["mc_eid", "igshid", "yclid", "_ga", "_gl", "twclid", "ttclid", "hsa_acc", "pk_campaign", "mtm_source", "srsltid"],
])("%s only says where somebody came from", (name) => {
  expect(isTrackingParameter(name)).toBe(true);
});

it.each(["q", "page", "category", "p", "s", "cat", "utm", "ga", "clid", "ref", "feed", "", "xutm_source", "token"])(
  "%s stays",
  (name) => {
    expect(isTrackingParameter(name)).toBe(false);
  },
);
