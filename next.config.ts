import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";

const config = (isDevelopment: boolean): NextConfig => ({
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
    // Node keeps the source map of every module that it loads, 65 MB in each worker. What runs on the server keeps the names
    // of its functions instead, so that a stack in the log says where it was.
    turbopackSourceMaps: isDevelopment,
    preloadEntriesOnStart: false,
    turbopackMinify: { server: false, client: !isDevelopment },
  },
});

/** @param phase what Next is asked to do */
export default function configFor(phase: string): NextConfig {
  return config(phase === PHASE_DEVELOPMENT_SERVER);
}
