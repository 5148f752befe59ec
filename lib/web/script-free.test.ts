import { describe, expect, it } from "vitest";
import { withoutFrameworkScripts } from "./script-free";

describe("withoutFrameworkScripts", () => {
  it("takes out bootstrap scripts, flight data and preloads", () => {
    const html = [
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
      '<script src="/_next/static/chunks/a.js" async=""></script>',
      "<p>text</p>",
      '<script>self.__next_f.push([1,"<p>\\u003c/script>"])</script>',
      "<script>(self.__next_f=self.__next_f||[]).push([0])</script>",
    ].join("");
    expect(withoutFrameworkScripts(html)).toBe("<p>text</p>");
  });

  it("keeps our module, marked inline scripts, data blocks and other preloads", () => {
    const html = [
      '<link rel="preload" href="/_next/static/media/font.woff2" as="font" crossorigin="" type="font/woff2"/>',
      '<link rel="stylesheet" href="/_next/static/a.css"/>',
      '<script data-keep="">document.documentElement.dataset.theme="dark"</script>',
      '<script type="module" src="/assets/islands-1.js"></script>',
      '<script type="application/ld+json">{"@graph":[]}</script>',
    ].join("");
    expect(withoutFrameworkScripts(html)).toBe(html);
  });
});
