import comments from "@eslint-community/eslint-plugin-eslint-comments/configs";
import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

/** What only one module may touch. */
const clock = {
  selector:
    "NewExpression[callee.name='Date'][arguments.length=0], MemberExpression[object.name='Date'][property.name='now']",
  message: "Time comes from lib/clock.ts.",
};
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "The environment is read in lib/env.ts.",
};
const innerHtml = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message: "Only inline scripts and data blocks made by lib/ may be set as HTML.",
};

export default tseslint.config(
  {
    ignores: [
      ".next/",
      ".data/",
      ".cache/",
      "node_modules/",
      "lib/db/generated/",
      "public/assets/",
      "next-env.d.ts",
      "test-results/",
      "playwright-report/",
    ],
  },
  ...next,
  ...tseslint.configs.strictTypeChecked,
  comments.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.mjs", ".*.mjs", "prisma/*.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@eslint-community/eslint-comments/require-description": ["error", { ignore: ["eslint-enable"] }],
      "@eslint-community/eslint-comments/no-unused-disable": "error",
      "no-restricted-syntax": ["error", clock, environment, innerHtml],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", { max: 4 }],
      complexity: ["error", { max: 12, variant: "modified" }],
      // Reader pages are documents: links are links, pictures are components/site/picture.tsx.
      "@next/next/no-html-link-for-pages": "off",
      "@next/next/no-img-element": "off",
    },
  },
  { files: ["lib/clock.ts"], rules: { "no-restricted-syntax": ["error", environment, innerHtml] } },
  {
    // The places that hand the environment on to child processes and the Prisma command line.
    files: [
      "lib/env.ts",
      "lib/db/embedded/identity.ts",
      "lib/db/migrations.ts",
      "lib/boot/build.ts",
      "prisma.config.ts",
      "playwright.config.ts",
    ],
    rules: { "no-restricted-syntax": ["error", clock, innerHtml] },
  },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "tests/**"],
    rules: {
      "no-restricted-syntax": "off",
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  // Geometry reads best as (x, y, width, height, …).
  { files: ["prisma/seed/art/**"], rules: { "max-params": ["error", { max: 6 }] } },
  { files: ["**/*.mjs"], extends: [tseslint.configs.disableTypeChecked] },
);
