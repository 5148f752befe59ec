/** What surrounds every reader page: header, side column, footer. */
import type { AdvertisementView } from "@/lib/advertising/types";
import type { SiteSettings } from "@/lib/settings/schema";
import type { ArticleCard } from "@/lib/publications/types";

export type CategoryLink = {
  id: number;
  slug: string;
  name: string;
  description: string;
  parentId: number | null;
  /** Visible articles. */
  articles: number;
};

export type TagWeight = {
  id: number;
  slug: string;
  name: string;
  articles: number;
  /** Size step in the cloud, 1 (few) to 6 (most). */
  step: number;
};

export type MenuLink = { label: string; href: string };

export type SiteFrame = {
  /** Content version this frame was made from. */
  version: number;
  settings: SiteSettings;
  categories: CategoryLink[];
  /** Tags with at least one visible article, by name. */
  tags: TagWeight[];
  headerMenu: MenuLink[];
  footerMenu: MenuLink[];
  latest: ArticleCard[];
  /** The newest of the site, `latest` among them: enough for three that an article's page shows nowhere else. */
  newest: ArticleCard[];
  /** Newest five of the categories that have a block in the side column, by category slug. */
  blocks: Record<string, ArticleCard[]>;
  advertisements: AdvertisementView[];
  articles: number;
};
