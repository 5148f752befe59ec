import type { SiteSettings } from "@/lib/settings/schema";
import { paper } from "@/lib/site-colours";
import { homePath } from "@/lib/urls";
import { appIcons, maskableIcon, vectorIcon, type IconFile } from "./icons";

/** What a device needs to keep the site among its apps (www.w3.org/TR/appmanifest). It opens in a browser, with its address. */
export function webManifest({ name, description, language }: Pick<SiteSettings, "name" | "description" | "language">) {
  const png = ({ path, size }: IconFile, purpose: "any" | "maskable") => ({
    src: path,
    sizes: `${String(size)}x${String(size)}`,
    type: "image/png",
    purpose,
  });
  return {
    id: homePath,
    name,
    description,
    lang: language,
    start_url: homePath,
    scope: homePath,
    display: "browser",
    theme_color: paper.light,
    background_color: paper.light,
    icons: [
      { src: vectorIcon.path, sizes: "any", type: "image/svg+xml", purpose: "any" },
      ...appIcons.map((icon) => png(icon, "any")),
      png(maskableIcon, "maskable"),
    ],
  };
}
