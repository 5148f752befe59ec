import type { BoardRole } from "@/components/desk/board/board-columns";
import { decide } from "@/lib/auth/permissions";
import type { UserActor } from "@/lib/auth/require-account";

/** What somebody can do with articles, for the columns that concern them. */
export function boardRole(user: UserActor): BoardRole {
  return {
    writes: decide(user, "article.write").allowed,
    reviews: decide(user, "article.review").allowed,
    publishes: decide(user, "article.publish").allowed,
  };
}
