import { expect, it } from "vitest";
import { absoluteUrl } from "@/lib/urls";
import { breadcrumbList, fewestCrumbs } from "./breadcrumb-list";

const home = { name: "Home", path: "/" };
const news = { name: "News", path: "/news", current: true } as const;

// developers.google.com/search/docs/appearance/structured-data/breadcrumb: "at least two ListItems".
it("needs two steps", () => {
  expect(fewestCrumbs).toBe(2);
  expect(breadcrumbList("/", [home])).toEqual([]);
  expect(breadcrumbList("/", [])).toEqual([]);
});

it("counts the steps from 1 and gives each its absolute address", () => {
  expect(breadcrumbList("/news", [home, news])).toEqual([
    {
      "@type": "BreadcrumbList",
      "@id": `${absoluteUrl("/news")}#breadcrumb`,
      itemListElement: [
        { "@type": "ListItem", position: 1, name: "Home", item: absoluteUrl("/") },
        { "@type": "ListItem", position: 2, name: "News", item: absoluteUrl("/news") },
      ],
    },
  ]);
});
