import { describe, expect, it } from "vitest";
import {
  addressOf,
  filterOf,
  listParameters,
  nextPage,
  previousPage,
  readListAddress,
  withoutPlace,
  type ListAddress,
} from "./list-address";

function read(query: string): ListAddress {
  return readListAddress(new URLSearchParams(query));
}

const everything: ListAddress = {
  state: "in_review",
  category: 3,
  tag: 5,
  author: 7,
  reviewer: 8,
  assigned: 9,
  from: "2026-10-01",
  to: "2026-10-25",
  q: "sleep & stress ~ 50%",
  mine: true,
  trash: true,
  sort: "headline",
};

describe("addresses of the list", () => {
  it("are read as they were written", () => {
    const address = { ...everything, cursor: "c2", trail: ["", "c1"] };
    expect(readListAddress(listParameters(address))).toEqual(address);
    expect(listParameters({}).toString()).toBe("");
  });

  it("ask for nothing where they make no sense", () => {
    expect(read("state=lost&category=x&tag=-1&author=0&from=2026-02-30&to=soon&mine=yes&sort=colour&q=%20")).toEqual(
      {},
    );
    expect(read("category=&state=&q=&from=")).toEqual({});
    expect(read(`cursor=${"x".repeat(2500)}`)).toEqual({});
    expect(read("q=" + "a".repeat(300)).q).toHaveLength(200);
  });

  it("forget a trail without a place", () => {
    expect(read("trail=c1~c2")).toEqual({});
  });
});

describe("pages", () => {
  it("lead on and all the way back", () => {
    const first: ListAddress = { state: "draft" };
    const second = nextPage(first, "c1");
    const third = nextPage(second, "c2");
    expect(third).toEqual({ state: "draft", cursor: "c2", trail: ["", "c1"] });
    expect(previousPage(read(listParameters(third).toString()))).toEqual(second);
    expect(previousPage(read(listParameters(second).toString()))).toEqual(first);
    expect(previousPage(first)).toBeNull();
  });

  it("lead to the beginning when the way is longer than an address may be", () => {
    const cursor = (page: number): string => `c${String(page).padStart(199, "0")}`;
    let address: ListAddress = {};
    for (let page = 1; page <= 60; page += 1) address = nextPage(address, cursor(page));
    expect(listParameters(address).toString().length).toBeLessThan(5000);
    const remembered = address.trail?.length ?? 0;
    expect(remembered).toBeGreaterThan(10);
    for (let page = 0; page < remembered; page += 1) address = previousPage(address) ?? {};
    expect(address.cursor).toBe(cursor(60 - remembered));
    expect(previousPage(address)).toEqual({});
  });

  it("start again when the list changes", () => {
    expect(withoutPlace({ q: "x", cursor: "c", trail: [""] })).toEqual({ q: "x" });
  });
});

describe("filterOf", () => {
  it("counts whole days of the site's time zone, also when clocks are changed in between", () => {
    expect(filterOf(everything, "Europe/Berlin")).toEqual({
      state: "in_review",
      categoryId: 3,
      tagId: 5,
      authorId: 7,
      reviewerId: 8,
      assignedTo: 9,
      from: new Date("2026-09-30T22:00:00Z"),
      to: new Date("2026-10-25T23:00:00Z"),
      q: "sleep & stress ~ 50%",
      mine: true,
      trash: true,
      sort: "headline",
    });
  });

  it("leaves the place to the pager", () => {
    expect(filterOf({ cursor: "c", trail: [""] }, "UTC")).toEqual({});
  });

  it.each(["UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati"])(
    "is undone by addressOf in %s",
    (zone) => {
      expect(addressOf(filterOf(everything, zone), zone)).toEqual(everything);
      expect(addressOf(filterOf({}, zone), zone)).toEqual({});
      expect(addressOf({ mine: false, trash: false, q: "" }, zone)).toEqual({});
    },
  );
});
