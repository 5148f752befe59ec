import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { systemActor, type Actor } from "./actor";
import { authorise, decide, permissions, type Permission } from "./permissions";
import { roles, type Role } from "./roles";

const user = (role: Role): Actor => ({ kind: "user", id: 1, email: "a@example.org", role });

describe("permissions", () => {
  it("is this table", () => {
    const table = Object.fromEntries(
      (Object.keys(permissions) as Permission[]).map((permission) => [
        permission,
        roles.filter((role) => decide(user(role), permission).allowed),
      ]),
    );
    expect(table).toEqual({
      "article.write": ["administrator", "editor", "author", "contributor"],
      "article.read": ["administrator", "editor", "author", "contributor", "reviewer"],
      "article.write-submitted": ["administrator", "editor", "author"],
      "article.write-any": ["administrator", "editor"],
      "article.review": ["administrator", "editor", "reviewer"],
      "article.assign": ["administrator", "editor"],
      "article.publish": ["administrator", "editor"],
      "article.delete": ["administrator", "editor"],
      "taxonomy.edit": ["administrator", "editor"],
      "tag.create": ["administrator", "editor", "author"],
      "person.edit": ["administrator", "editor"],
      "media.upload": ["administrator", "editor", "author", "contributor"],
      "media.browse": ["administrator", "editor", "author", "contributor"],
      "media.edit": ["administrator", "editor", "author", "contributor"],
      "media.manage": ["administrator", "editor"],
      "home.curate": ["administrator", "editor"],
      "advertising.edit": ["administrator", "editor"],
      "page.edit": ["administrator", "editor"],
      "redirect.edit": ["administrator", "editor"],
      "site.configure": ["administrator"],
      "audit.read": ["administrator"],
      "health.read": ["administrator"],
      "mail.read": ["administrator"],
      "user.manage": ["administrator"],
    });
  });

  it("refuses an unknown role, and says why", () => {
    const stranger = user("owner" as Role);
    expect(decide(stranger, "article.publish")).toEqual({
      allowed: false,
      reason: "Only editors publish, update or withdraw articles.",
    });
    expect(() => {
      authorise(stranger, "user.manage");
    }).toThrow(AppError);
  });

  it("lets the system do everything", () => {
    for (const permission of Object.keys(permissions) as Permission[]) {
      expect(decide(systemActor("seed"), permission)).toEqual({ allowed: true });
    }
  });
});
