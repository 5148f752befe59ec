import { describe, expect, it } from "vitest";
import { readWorkIdentifier } from "./work-identifier";

describe("readWorkIdentifier", () => {
  it.each([
    ["10.1037/pst0000172", "doi", "10.1037/pst0000172"],
    [" DOI: 10.1037/pst0000172. ", "doi", "10.1037/pst0000172"],
    ["doi 10.1037/pst0000172", "doi", "10.1037/pst0000172"],
    ["https://doi.org/10.1037/pst0000172", "doi", "10.1037/pst0000172"],
    [
      "http://dx.doi.org/10.1002/(SICI)1097-4679(199711)53:7%3C657::AID%3E3.0.CO;2-H",
      "doi",
      "10.1002/(SICI)1097-4679(199711)53:7<657::AID>3.0.CO;2-H",
    ],
    ["doi.org/10.1037/pst0000172", "doi", "10.1037/pst0000172"],
    [
      "https://www.tandfonline.com/doi/full/10.1080/10503307.2017.1373836?src=x",
      "doi",
      "10.1080/10503307.2017.1373836",
    ],
    ["https://onlinelibrary.wiley.com/doi/10.1002/wps.20238/abstract", "doi", "10.1002/wps.20238"],
    ["29792475", "pmid", "29792475"],
    ["PMID: 29792475", "pmid", "29792475"],
    ["https://pubmed.ncbi.nlm.nih.gov/29792475/", "pmid", "29792475"],
    ["https://www.nice.org.uk/guidance/ng222", "url", "https://www.nice.org.uk/guidance/ng222"],
    ["www.who.int/news", "url", "https://www.who.int/news"],
    ["https://example.org/10.1037/not-a-doi-address", "url", "https://example.org/10.1037/not-a-doi-address"],
    ["https://example.org/%E0%A4%A", "url", "https://example.org/%E0%A4%A"],
  ] as const)("reads %j", (typed, kind, value) => {
    expect(readWorkIdentifier(typed)).toEqual({ kind, value });
  });

  it.each([
    "",
    "  ",
    "Kazdin 2009",
    "10.12",
    "10.1037",
    "0",
    "12345678901",
    "ftp://example.org/",
    "javascript:alert(1)",
  ])("finds nothing in %j", (typed) => {
    expect(readWorkIdentifier(typed)).toBeNull();
  });
});
