import { describe, expect, it } from "vitest";
import { loadMarkup, pageSlot, withPage } from "./page-markup";

const shell = `<html><head><title>A</title></head><body>${pageSlot.html}<footer></footer></body></html>`;

describe("withPage", () => {
  it("puts the page where its place is kept", () => {
    expect(withPage(shell, { html: "<main>text</main>" })).toBe(
      "<html><head><title>A</title></head><body><main>text</main><footer></footer></body></html>",
    );
  });

  it("leaves what Next rendered alone when there is no page", () => {
    expect(withPage(shell, { html: null })).toBe(shell);
  });

  it("moves what is fetched early into the head", async () => {
    const render = await loadMarkup();
    const html = render(
      <main>
        <img src="/media/a.jpg" alt="" fetchPriority="high" />
      </main>,
    );
    const page = withPage(shell, { html });
    expect(page).toMatch(/<title>A<\/title><link rel="preload" as="image"[^>]*href="\/media\/a.jpg"[^>]*><\/head>/);
    expect(page).toContain("<body><main><img");
  });

  it("takes a page literally, whatever is written in it", () => {
    const html = `<p>costs $& and $1, says $\``;
    expect(withPage(shell, { html })).toContain(`<body>${html}<footer>`);
  });

  it("keeps its place in a form that Next writes", async () => {
    const render = await loadMarkup();
    expect(render(<div {...{ [pageSlot.name]: "" }} />)).toBe(pageSlot.html);
  });
});
