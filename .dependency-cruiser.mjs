/**
 * The architecture, as rules: app -> components -> pure parts of lib; app -> lib; lib -> never back.
 * tests/architecture/boundaries.test.ts proves that each rule fires.
 */
const forbidden = [
  {
    name: "no-cycles",
    comment: "Two modules that need each other are one module, or hide a third.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "lib-stands-alone",
    comment:
      "The magazine's rules know nothing of pages, looks or React; one adapter turns a page that it is given into HTML.",
    severity: "error",
    from: { path: "^lib/", pathNot: "^lib/web/page-markup" },
    to: { path: "^(app|components|tests)/|node_modules/(react|react-dom)/" },
  },
  {
    name: "framework-behind-adapters",
    comment: "Next is known to pages and to the adapters in lib/web.",
    severity: "error",
    from: { path: "^(lib|prisma)/", pathNot: "^lib/web/" },
    to: { path: "node_modules/next/" },
  },
  {
    name: "sign-in-library-behind-auth",
    comment: "One file knows next-auth; whoever wants another library changes that file.",
    severity: "error",
    from: { pathNot: "^lib/auth/next-auth\\.ts$" },
    to: { path: "node_modules/next-auth/" },
  },
  {
    name: "seed-only-from-outside",
    comment: "Sample content is written by the command line and the first start only.",
    severity: "error",
    from: { pathNot: "^(prisma/seed/|lib/cli/|server\\.ts|tests/)" },
    to: { path: "^prisma/seed/" },
  },
  {
    name: "components-are-given-data",
    comment: "A component shows what it gets; pages ask for it.",
    severity: "error",
    from: { path: "^components/" },
    to: { path: "^lib/.*(queries|commands)|^lib/(db|auth|storage|boot|cli|audit|content-version)/|^lib/env\\.ts$" },
  },
  {
    name: "islands-run-in-browsers",
    comment: "What is sent to readers imports nothing of the server.",
    severity: "error",
    from: { path: "^components/site/islands/", pathNot: "(manifest|\\.test)\\.ts$" },
    to: { pathNot: "^components/site/islands/" },
  },
  {
    name: "pure-modules-stay-pure",
    comment: "Rich text and SEO builders turn values into values.",
    severity: "error",
    from: { path: "^lib/(richtext|seo)/", pathNot: "\\.test\\." },
    to: { path: "^lib/(db|auth|storage|web|boot)/|queries|commands|node_modules/(pg|@prisma)/" },
  },
  {
    name: "database-behind-queries-and-commands",
    comment: "Only these speak to Postgres.",
    severity: "error",
    from: {
      pathNot:
        "^lib/(db|boot|cli|audit|content-version)/|^lib/.*(queries|commands)|^lib/articles/touched\\.ts$|^lib/web/health\\.ts$|^prisma/|^server\\.ts$|^tests/",
    },
    to: { path: "^lib/db/" },
  },
  {
    name: "no-barrels",
    comment: "A file is found by what it holds.",
    severity: "error",
    from: {},
    to: { path: "/index\\.tsx?$", pathNot: "node_modules" },
  },
  {
    name: "known-dependencies",
    comment: "Every package that is imported is in package.json.",
    severity: "error",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
];

const config = {
  forbidden,
  options: {
    doNotFollow: { path: "node_modules|^lib/db/generated/" },
    exclude: { path: "^\\.next/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types", "default"] },
  },
};

export default config;
