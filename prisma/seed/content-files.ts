/** The sample content as it lies on disk: Markdown with front matter, and a few lists. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { helplineInput } from "@/lib/helplines/schema";
import { personInput } from "@/lib/people/schema";
import { projectRoot } from "@/lib/project-root";
import { citationsSchema } from "@/lib/richtext/citation";
import { slugSchema } from "@/lib/slug";
import { tagInput } from "@/lib/taxonomy/schema";
import { artCategories } from "./art/palettes";
import { motifSchema } from "./art/motif-names";

const contentDirectory = path.join(projectRoot, "prisma", "seed", "content");

const date = z.union([z.date(), z.iso.datetime().transform((text) => new Date(text))]);

const articleMatter = z.strictObject({
  title: z.string(),
  slug: slugSchema,
  category: z.enum(artCategories),
  tags: z.array(z.string()).min(1),
  byline: z.array(slugSchema).min(1),
  excerpt: z.string().min(60).max(260),
  published: date,
  updated: date.optional(),
  cover: z.strictObject({ motif: motifSchema, alt: z.string().min(10) }),
  seoTitle: z.string().max(70).optional(),
  seoDescription: z.string().max(170).optional(),
  contentNote: z.string().optional(),
  healthClaims: z.boolean(),
});

const pageMatter = z.strictObject({ title: z.string(), slug: slugSchema, excerpt: z.string(), updated: date });

export type ArticleFile = z.output<typeof articleMatter> & { markdown: string; firstLine: number; file: string };
export type PageFile = z.output<typeof pageMatter> & { markdown: string; firstLine: number; file: string };

/** All articles, oldest first, so that ids grow with time. @throws Error naming the file that is wrong */
export function readArticleFiles(): ArticleFile[] {
  return readMarkdownFiles("articles", articleMatter).sort((a, b) => a.published.getTime() - b.published.getTime());
}

export function readPageFiles(): PageFile[] {
  return readMarkdownFiles("pages", pageMatter);
}

function readMarkdownFiles<Matter extends z.ZodType>(
  folder: string,
  matter: Matter,
): (z.output<Matter> & { markdown: string; firstLine: number; file: string })[] {
  const directory = path.join(contentDirectory, folder);
  return readdirSync(directory)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => {
      const file = path.join(directory, name);
      const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, "utf8"));
      if (!match) throw new Error(`${file}: no front matter`);
      const [, head = "", markdown = ""] = match;
      const result = matter.safeParse(parseYaml(head));
      if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
      return {
        ...(result.data as object),
        markdown,
        firstLine: head.split("\n").length + 3,
        file,
      } as z.output<Matter> & {
        markdown: string;
        firstLine: number;
        file: string;
      };
    });
}

const categoryFile = z.array(z.strictObject({ slug: slugSchema, name: z.string(), description: z.string() }));

export const readCategories = () => categoryFile.parse(readYaml("categories.yaml"));
export const readTags = () => z.array(tagInput).parse(readYaml("tags.yaml"));
export const readPeople = () => z.array(personInput).parse(readYaml("people.yaml"));
export const readReferences = () => citationsSchema.parse(readJson("references.json"));
export const readHelplines = () => z.array(helplineInput).parse(readJson("helplines.json"));

function readYaml(name: string): unknown {
  return parseYaml(readFileSync(path.join(contentDirectory, name), "utf8"));
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(contentDirectory, name), "utf8"));
}
