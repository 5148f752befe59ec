/** Writing SVG: elements, and the definitions (gradients, clips, blurs) that they refer to. */

export type Point = readonly [x: number, y: number];

type Attributes = Record<string, string | number | undefined>;

/** A gradient's stop: where (0 to 1), colour, opacity (0 to 1, default 1). */
export type Stop = readonly [at: number, color: string, opacity?: number];

/** One decimal is a tenth of a pixel at full size. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** An element; attributes that are undefined are left out. */
export function el(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${attributeName(key)}="${typeof value === "number" ? fine(value) : String(value)}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

/** SVG writes its presentation attributes with hyphens and all others (viewBox, patternUnits) in camelCase. */
function attributeName(key: string): string {
  const presentation = /^(stroke|stop|fill|flood|clip|color)[A-Z][A-Za-z]*$/;
  return presentation.test(key) ? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : key;
}

function fine(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

export function group(attributes: Attributes, ...children: string[]): string {
  return el("g", attributes, children.join(""));
}

export function path(d: string, attributes: Attributes): string {
  return el("path", { d, ...attributes });
}

export function circle([cx, cy]: Point, r: number, attributes: Attributes): string {
  return el("circle", { cx, cy, r, ...attributes });
}

export function ellipse([cx, cy]: Point, rx: number, ry: number, attributes: Attributes): string {
  return el("ellipse", { cx, cy, rx, ry, ...attributes });
}

export function rect(x: number, y: number, width: number, height: number, attributes: Attributes): string {
  return el("rect", { x, y, width, height, ...attributes });
}

/** A stroke with round ends. */
export function line(d: string, color: string, width: number, attributes: Attributes = {}): string {
  return path(d, {
    fill: "none",
    stroke: color,
    strokeWidth: width,
    strokeLinecap: "round",
    strokeLinejoin: "round",
    ...attributes,
  });
}

export type Defs = {
  /** A gradient from one point to another, in the picture's coordinates. Returns a paint such as url(#d1). */
  linear: (from: Point, to: Point, stops: readonly Stop[]) => string;
  /** A gradient across the painted shape itself; points from 0 to 1. */
  across: (from: Point, to: Point, stops: readonly Stop[]) => string;
  /** A gradient outwards from a point. */
  radial: (center: Point, radius: number, stops: readonly Stop[]) => string;
  /** A clip made of SVG shapes. */
  clip: (shapes: string) => string;
  /** A soft edge; standard deviation in pixels. For things thinner than six deviations use `thinBlur`, which is slower. */
  blur: (deviation: number) => string;
  thinBlur: (deviation: number) => string;
  /** Any other definition: gets its id, returns its markup. */
  add: (make: (id: string) => string) => string;
  /** All definitions as one <defs>. */
  markup: () => string;
};

/** Collects the definitions of one drawing; equal ones are kept once. */
export function createDefs(): Defs {
  const known = new Map<string, { id: string; markup: string }>();
  const add = (make: (id: string) => string): string => {
    const content = make("");
    const id = known.get(content)?.id ?? `d${String(known.size + 1)}`;
    known.set(content, { id, markup: make(id) });
    return `url(#${id})`;
  };
  const stopsMarkup = (stops: readonly Stop[]): string =>
    stops.map(([offset, color, opacity]) => el("stop", { offset, stopColor: color, stopOpacity: opacity })).join("");
  const linear = ([x1, y1]: Point, [x2, y2]: Point, stops: readonly Stop[], gradientUnits?: string): string =>
    add((id) => el("linearGradient", { id, x1, y1, x2, y2, gradientUnits }, stopsMarkup(stops)));
  const blur = (stdDeviation: number, margin: number): string =>
    add((id) => {
      const [start, size] = [`-${String(margin)}%`, `${String(100 + margin * 2)}%`];
      return el(
        "filter",
        { id, x: start, y: start, width: size, height: size },
        el("feGaussianBlur", { stdDeviation }),
      );
    });
  return {
    add,
    linear: (from, to, stops) => linear(from, to, stops, "userSpaceOnUse"),
    across: (from, to, stops) => linear(from, to, stops),
    radial: ([cx, cy], r, stops) =>
      add((id) => el("radialGradient", { id, cx, cy, r, gradientUnits: "userSpaceOnUse" }, stopsMarkup(stops))),
    clip: (shapes) => add((id) => el("clipPath", { id }, shapes)),
    blur: (deviation) => blur(deviation, 12),
    thinBlur: (deviation) => blur(deviation, 75),
    markup: () => el("defs", {}, [...known.values()].map((definition) => definition.markup).join("")),
  };
}
