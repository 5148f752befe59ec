/** Every address of the desk, from the files that answer it: who may go there. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import type { Permission } from "@/lib/auth/permissions";

const root = path.resolve(import.meta.dirname, "../../..");
/** No row has so high an id. */
const missingId = "999999";

/** "signed-in": every role. "nobody": also without an account. */
export type Access = Permission | "signed-in" | "nobody";

/** Pages by their address, dynamic parts in brackets. */
export const pages: Record<string, Access> = {
  "/admin": "signed-in",
  "/admin/[...missing]": "signed-in",
  "/admin/account": "signed-in",
  "/admin/advertisements": "advertising.edit",
  "/admin/advertisements/[id]": "advertising.edit",
  "/admin/advertisements/new": "advertising.edit",
  "/admin/articles": "article.read",
  "/admin/articles/[id]": "article.read",
  "/admin/articles/[id]/revisions": "article.read",
  "/admin/articles/[id]/revisions/compare": "article.read",
  "/admin/audit": "audit.read",
  "/admin/board": "article.read",
  "/admin/calendar": "article.read",
  "/admin/categories": "taxonomy.edit",
  "/admin/categories/[id]": "taxonomy.edit",
  "/admin/first-administrator/[token]": "nobody",
  "/admin/forgot-password": "nobody",
  "/admin/health": "health.read",
  "/admin/help-lines": "site.configure",
  "/admin/help-lines/line": "site.configure",
  "/admin/help-lines/new": "site.configure",
  "/admin/home": "home.curate",
  "/admin/invitation/[token]": "nobody",
  "/admin/mail": "mail.read",
  "/admin/mail/[id]": "mail.read",
  "/admin/media": "media.browse",
  "/admin/menus": "site.configure",
  "/admin/pages": "page.edit",
  "/admin/pages/[id]": "page.edit",
  "/admin/pages/new": "page.edit",
  "/admin/people": "person.edit",
  "/admin/people/[id]": "person.edit",
  "/admin/people/new": "person.edit",
  "/admin/redirects": "redirect.edit",
  "/admin/reset-password/[token]": "nobody",
  "/admin/second-factor": "signed-in",
  "/admin/settings": "site.configure",
  "/admin/sign-in": "nobody",
  "/admin/sign-out": "signed-in",
  "/admin/tags": "taxonomy.edit",
  "/admin/tags/[id]": "taxonomy.edit",
  "/admin/users": "user.manage",
};

/**
 * JSON addresses by method. Bodies are well-formed JSON that changes nothing: what they name does not exist, or they say
 * too little.
 */
export const routes: Record<string, { access: Permission; query?: string; body?: object }> = {
  "GET /admin/api/article-links": { access: "article.read", query: "?q=a" },
  "GET /admin/api/articles": { access: "article.read", query: "?q=a" },
  "GET /admin/api/articles/[id]/checklist": { access: "article.read" },
  "POST /admin/api/articles/[id]/checklist": { access: "article.read", body: {} },
  "POST /admin/api/articles/[id]/presence": { access: "article.read", body: { sessionKey: "a-tab-of-somebody" } },
  "PUT /admin/api/articles/[id]/working-copy": { access: "article.write", body: {} },
  "GET /admin/api/audit.csv": { access: "audit.read", query: "?action=no-such-action" },
  "POST /admin/api/citations": { access: "article.write", body: { doi: "no identifier" } },
  "GET /admin/api/media": { access: "media.browse" },
  "GET /admin/api/media/intake/[id]": { access: "media.upload" },
  "POST /admin/api/media": { access: "media.upload", query: "?name=a.png", body: {} },
  "PUT /admin/api/media/[id]/file": { access: "media.manage", query: "?name=a.png", body: {} },
  "PUT /admin/api/media/[id]/focal-point": { access: "media.edit", body: { focalX: 0.5, focalY: 0.5 } },
  "GET /admin/api/people": { access: "article.read", query: "?q=a" },
  "GET /admin/api/redirects.csv": { access: "redirect.edit" },
  "GET /admin/api/tags": { access: "article.read", query: "?q=a" },
  "POST /admin/api/tags": { access: "article.write", body: {} },
};

/** Addresses of all page.tsx of the desk. */
export function pagesInFiles(): string[] {
  return filesNamed("page.tsx").map(addressOf).sort();
}

/** Methods and addresses of all route.ts of the desk: "GET /admin/api/people". */
export function routesInFiles(): string[] {
  return filesNamed("route.ts")
    .flatMap((file) => methodsOf(file).map((method) => `${method} ${addressOf(file)}`))
    .sort();
}

function filesNamed(name: string): string[] {
  return globSync(`app/(desk)/admin/**/${name}`, { cwd: root });
}

/** Folders in round brackets are no part of an address. */
function addressOf(file: string): string {
  const folders = path.dirname(file).split(path.sep).slice(1);
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join("/")}`;
}

function methodsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(isExported).flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ""];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  });
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Lists on which a first row leads to a page of its own. */
export const lists: Record<string, { list: string; link: RegExp }> = {
  "/admin/advertisements/[id]": { list: "/admin/advertisements", link: /"(\/admin\/advertisements\/\d+)"/ },
  "/admin/articles/[id]": { list: "/admin/articles", link: /"(\/admin\/articles\/\d+)"/ },
  "/admin/categories/[id]": { list: "/admin/categories", link: /"(\/admin\/categories\/\d+)"/ },
  "/admin/help-lines/line": { list: "/admin/help-lines", link: /"(\/admin\/help-lines\/line\?id=[a-z0-9-]+)"/ },
  "/admin/mail/[id]": { list: "/admin/mail", link: /"(\/admin\/mail\/\d+)"/ },
  "/admin/pages/[id]": { list: "/admin/pages", link: /"(\/admin\/pages\/\d+)"/ },
  "/admin/people/[id]": { list: "/admin/people", link: /"(\/admin\/people\/\d+)"/ },
  "/admin/tags/[id]": { list: "/admin/tags", link: /"(\/admin\/tags\/\d+)"/ },
};

/** An address as it can be asked, for something that is not there. */
export function withoutBrackets(address: string): string {
  return address
    .replace("[...missing]", "no-such/address")
    .replace("[token]", "0".repeat(64))
    .replace("[id]", missingId);
}
