import type { NextConfig } from "next";

const config: NextConfig = {
  // server.ts compresses each finished page once.
  compress: false,
  poweredByHeader: false,
  agentRules: false,
  // What a page wants early (fonts) stands in its head and not in a header: files and caches carry it along.
  reactMaxHeadersLength: 0,
  // Titles and descriptions stand in the first bytes of the head for every client, not only for known crawlers.
  htmlLimitedBots: /.*/,
  // Trailing slashes, letter case and page/1 are decided in one place (lib/web/address.ts), so that there is one redirect.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: [
    "@prisma/client",
    "@prisma/adapter-pg",
    "graphile-worker",
    "pg",
    "pino",
    "sharp",
    "fontkit",
    "woff2-encoder",
  ],
  // `npm run check` type-checks everything, tests included.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  devIndicators: false,
  // An article's text is a route of its own under the article, which no folder's name can say with an ending.
  rewrites: () =>
    Promise.resolve({
      beforeFiles: [{ source: "/:category/:slug.md", destination: "/:category/:slug/markdown" }],
      afterFiles: [],
      fallback: [],
    }),
  experimental: {
    agentUpgrade: false,
  },
};

export default config;
