/** Every address of the desk, with every role and with nobody. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { permissions, type Permission } from "@/lib/auth/permissions";
import { deskAreas } from "@/lib/desk-navigation";
import { ask, type Answer } from "../ask";
import { nameOf, roles, stateOf, type Role } from "./accounts";
import { lists, pages, pagesInFiles, routes, routesInFiles, withoutBrackets } from "./desk-addresses";

const evil = "https://evil.example";
let home = "";
/** Addresses that exist, by the page that shows them. */
const existing = new Map<string, string>();

test.beforeAll(async ({}, { project }) => {
  home = project.use.baseURL ?? "";
  for (const [page, { list, link }] of Object.entries(lists)) {
    const found = link.exec((await get(list, "administrator")).text)?.[1];
    if (found) existing.set(page, found);
  }
  const article = existing.get("/admin/articles/[id]") ?? "";
  existing.set("/admin/articles/[id]/revisions", `${article}/revisions`);
  existing.set("/admin/articles/[id]/revisions/compare", `${article}/revisions/compare?before=1&after=working`);
});

test("the tables name every page and every route, and nothing else", () => {
  expect(Object.keys(pages).sort()).toEqual(pagesInFiles());
  expect(Object.keys(routes).sort()).toEqual(routesInFiles());
  for (const { href, permission } of deskAreas.flatMap(({ areas }) => areas)) {
    expect(pages[href], href).toBe(permission ?? "signed-in");
  }
  for (const page of ["articles", "categories", "tags", "people", "pages"]) {
    expect([...existing.keys()], "the magazine has content").toContain(`/admin/${page}/[id]`);
  }
});

for (const [page, access] of Object.entries(pages)) {
  test(`${page} asks nobody but who may`, async () => {
    const missing = withoutBrackets(page);
    const present = existing.get(page);
    await nobodyAtPage(page, present ?? missing);
    for (const role of roles) {
      const allowed = access === "signed-in" || access === "nobody" || permits(access, role);
      // Who may not is refused for what is not there too: they learn nothing from it.
      if (missing !== present) await pageAnswers(missing, role, allowed ? statusOfMissing(page) : 403);
      if (present !== undefined) await pageAnswers(present, role, allowed ? 200 : 403);
    }
  });
}

for (const [route, { access, query = "", body }] of Object.entries(routes)) {
  test(`${route} answers nobody but who may`, async () => {
    const [method = "", pattern = ""] = route.split(" ");
    const address = withoutBrackets(pattern) + query;
    const init = { method, ...(body ? { body: JSON.stringify(body) } : {}) };
    const nobody = await request(address, null, init);
    expect(nobody.status).toBe(401);
    expect(errorOf(nobody)).toMatchObject({ code: "signed-out" });
    guarded(nobody, address);
    for (const role of roles) {
      const answer = await request(address, role, init);
      guarded(answer, `${address} as ${role}`);
      if (permits(access, role)) {
        expect([200, 400, 404], `${address} as ${role}`).toContain(answer.status);
      } else {
        expect(answer.status, `${address} as ${role}`).toBe(403);
        expect(errorOf(answer).message).toBe(permissions[access].reason);
      }
    }
    if (method !== "GET") await refusesOtherSites(address, init);
  });
}

test("an action is done for the desk's own page, and not for another site's", async () => {
  const role = "contributor";
  const rename = async (name: string, headers: Record<string, string>): Promise<number> => {
    const form = hiddenFields(await get("/admin/account", role), 'name="name"');
    form.set("name", name);
    const answer = await request("/admin/account", role, { method: "POST", body: form, headers });
    return answer.status;
  };
  // Also after a run that failed half-way.
  await rename(nameOf(role), { origin: home });
  const shownName = async (): Promise<string> => (await get("/admin/account", role)).text;
  for (const headers of [{ origin: evil }, { origin: "null" }]) {
    expect(await rename("Forged by another site", headers), JSON.stringify(headers)).toBeGreaterThanOrEqual(400);
    expect(await shownName()).not.toContain("Forged by another site");
  }
  // The same form from the desk's own page goes through: it was refused for where it came from.
  expect(await rename("Renamed by its owner", { origin: home })).toBe(200);
  expect(await shownName()).toContain("Renamed by its owner");
  await rename(nameOf(role), { origin: home });
  expect(await shownName()).toContain(nameOf(role));
});

test("a new nonce lets the scripts of each answer through", async () => {
  const nonces = new Set<string>();
  for (let time = 0; time < 3; time += 1) {
    const answer = await get("/admin", "editor");
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "";
    const scripts = [...answer.text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

function permits(permission: Permission, role: Role): boolean {
  const allowed: readonly Role[] = permissions[permission].roles;
  return allowed.includes(role);
}

/** Of an address with a made-up id or token. What is at one address for everybody is always there. */
function statusOfMissing(page: string): number | number[] {
  if (page.endsWith("[token]")) return [404, 410];
  // Who is signed in is led on to the desk.
  if (page === "/admin/sign-in") return 307;
  return page.includes("[") || page in lists ? 404 : 200;
}

async function nobodyAtPage(page: string, address: string): Promise<void> {
  const answer = await request(address, null);
  guarded(answer, address);
  if (pages[page] === "nobody") {
    const status = page.endsWith("[token]") ? [404, 410] : [200];
    expect(status, address).toContain(answer.status);
    return;
  }
  expect(answer.status, address).toBe(307);
  const { pathname, search } = new URL(answer.headers.get("location") ?? "", home);
  expect(pathname, address).toBe("/admin/sign-in");
  // Without a `next`, signing in leads to the start; nobody wants to come back to sign out.
  const returns = !["/admin", "/admin/sign-out"].includes(page);
  expect(search, address).toBe(returns ? `?next=${encodeURIComponent(address)}` : "");
}

async function pageAnswers(address: string, role: Role, expected: number | number[]): Promise<void> {
  const answer = await get(address, role);
  guarded(answer, `${address} as ${role}`);
  expect([expected].flat(), `${address} as ${role}`).toContain(answer.status);
}

async function refusesOtherSites(address: string, init: RequestInit): Promise<void> {
  const foreign: Record<string, string>[] = [{ origin: evil }, { "sec-fetch-site": "cross-site" }];
  for (const headers of foreign) {
    const forged = await request(address, "administrator", { ...init, headers });
    expect(forged.status, address).toBe(403);
    expect(errorOf(forged).message).toBe("This request came from another site.");
    guarded(forged, address);
  }
}

/** What every answer of the desk carries, also a refusal. */
function guarded({ headers, status }: Answer, what: string): void {
  expect(status, what).toBeLessThan(500);
  expect(headers.get("cache-control"), what).toContain("no-store");
  expect(headers.get("x-robots-tag"), what).toContain("noindex");
  const policy = headers.get("content-security-policy") ?? "";
  const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src ")) ?? "";
  expect(scripts, what).toMatch(/'nonce-[\w+/=]+'/);
  expect(scripts, what).not.toMatch(/unsafe-inline|unsafe-eval/);
}

function errorOf(answer: Answer): { code: string; message: string } {
  return (JSON.parse(answer.text) as { error: { code: string; message: string } }).error;
}

function get(address: string, role: Role): Promise<Answer> {
  return request(address, role);
}

function request(address: string, role: Role | null, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (role) headers.set("cookie", cookiesOf(role));
  return ask(home + address, { ...init, headers });
}

function cookiesOf(role: Role): string {
  const { cookies } = JSON.parse(readFileSync(stateOf(role), "utf8")) as { cookies: { name: string; value: string }[] };
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** The hidden fields of the form that has `field`, as a browser without scripts sends them. */
function hiddenFields({ text }: Answer, field: string): FormData {
  const form = text.split("<form").find((part) => (part.split("</form>")[0] ?? "").includes(field)) ?? "";
  const sent = new FormData();
  for (const [tag] of (form.split("</form>")[0] ?? "").matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? "";
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? "";
    sent.set(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  return sent;
}
