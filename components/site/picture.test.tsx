import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Picture } from "./picture";

const media = {
  key: "ab/ab0123456789cdef0123456789abcdef",
  width: 1600,
  height: 900,
  widths: [320, 640, 960, 1280, 1600],
  placeholder: "data:image/webp;base64,UklGRg==",
};

describe("Picture", () => {
  const html = renderToStaticMarkup(
    <Picture media={media} alt={'Two "chairs"'} sizes="(min-width: 60rem) 40rem, 100vw" />,
  );

  it("offers AVIF, then WebP, then JPEG", () => {
    const order = ['<source type="image/avif"', '<source type="image/webp"', "<img"].map((tag) => html.indexOf(tag));
    expect(order.every((position, index) => position > (order[index - 1] ?? 0))).toBe(true);
    for (const format of ["avif", "webp", "jpg"]) {
      expect(html).toContain(`/media/${media.key}/320.${format} 320w, /media/${media.key}/640.${format} 640w`);
      expect(html).toContain(`/media/${media.key}/1600.${format} 1600w"`);
    }
    expect(html.match(/sizes="\(min-width: 60rem\) 40rem, 100vw"/g)).toHaveLength(3);
  });

  it("reserves its box and describes itself", () => {
    expect(html).toContain('width="1600" height="900" alt="Two &quot;chairs&quot;"');
    expect(html).toContain(`src="/media/${media.key}/1280.jpg"`);
  });

  it("loads late and shows its preview until then", () => {
    expect(html).toContain('loading="lazy" decoding="async"');
    expect(html).not.toContain("fetchPriority");
    expect(html).toContain("background-image:url(&quot;data:image/webp;base64,UklGRg==&quot;);background-size:cover");
  });

  it("loads at once with priority", () => {
    const first = renderToStaticMarkup(<Picture media={media} alt="" sizes="100vw" priority className="hero" />);
    expect(first).toContain('loading="eager" fetchPriority="high"');
    expect(first).not.toContain("decoding");
    expect(first).toContain('alt="" class="hero"');
  });

  it("copes with a picture that has no preview and no width up to 1280", () => {
    const odd = renderToStaticMarkup(
      <Picture media={{ ...media, widths: [1600], placeholder: "" }} alt="" sizes="50vw" />,
    );
    expect(odd).toContain(`src="/media/${media.key}/1600.jpg"`);
    expect(odd).not.toContain("style=");
  });

  it("keeps its focal point in view where it is cropped, and says nothing of the middle", () => {
    const off = renderToStaticMarkup(<Picture media={{ ...media, focalX: 0.25, focalY: 1 }} alt="" sizes="50vw" />);
    expect(off).toContain("object-position:25% 100%");
    const middle = renderToStaticMarkup(<Picture media={{ ...media, focalX: 0.5, focalY: 0.5 }} alt="" sizes="50vw" />);
    expect(middle).toBe(renderToStaticMarkup(<Picture media={media} alt="" sizes="50vw" />));
    expect(middle).not.toContain("object-position");
  });
});
