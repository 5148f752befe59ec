import { expect, it } from "vitest";
import { shareTargets } from "./share-targets";

it("escapes the headline and the address for every target", () => {
  const targets = shareTargets("https://example.org/news/a?b", 'Love & "tests"');
  expect(Object.fromEntries(targets.map(({ name, href }) => [name, href]))).toEqual({
    "E-mail": "mailto:?subject=Love%20%26%20%22tests%22&body=https%3A%2F%2Fexample.org%2Fnews%2Fa%3Fb",
    WhatsApp: "https://wa.me/?text=Love%20%26%20%22tests%22%20https%3A%2F%2Fexample.org%2Fnews%2Fa%3Fb",
    Facebook: "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org%2Fnews%2Fa%3Fb",
    X: "https://x.com/intent/post?text=Love%20%26%20%22tests%22&url=https%3A%2F%2Fexample.org%2Fnews%2Fa%3Fb",
    LinkedIn: "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fexample.org%2Fnews%2Fa%3Fb",
  });
});
