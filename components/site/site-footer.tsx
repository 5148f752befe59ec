import type { ReactElement } from "react";
import { now } from "@/lib/clock";
import { calendarYear } from "@/lib/dates";
import type { SiteFrame } from "@/lib/site-frame/types";
import { ContactAddress } from "./contact-address";
import { HeadlineList } from "./headline-list";
import { SiteMark } from "./icons";
import { TagCloud } from "./tag-cloud";
import { withSitemaps } from "./with-sitemaps";

/** Recent News shows this many. */
const recentSize = 4;
const helplineDirectory = "https://findahelpline.com";

export function SiteFooter({ frame }: { frame: SiteFrame }): ReactElement {
  const { settings, latest, tags, footerMenu } = frame;
  return (
    <footer className="site-footer on-ink">
      <div className="wrap site-footer__grid">
        <section className="site-footer__about" aria-labelledby="footer-about">
          <h2 className="site-footer__name" id="footer-about">
            <SiteMark />
            {settings.name}
          </h2>
          <p>{settings.description}</p>
          <p className="site-footer__contact">
            Write to us: <ContactAddress email={settings.contactEmail} />
          </p>
        </section>
        <section className="site-footer__recent" aria-labelledby="footer-recent">
          <h2 className="kicker" id="footer-recent">
            Recent News
          </h2>
          <HeadlineList cards={latest.slice(0, recentSize)} timeZone={settings.timeZone} heading="h3" />
        </section>
        <nav className="site-footer__links" aria-labelledby="footer-links">
          <h2 className="kicker" id="footer-links">
            Useful Links
          </h2>
          <ul>
            {withSitemaps(footerMenu).map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <nav className="site-footer__tags" aria-labelledby="footer-tags">
          <h2 className="kicker" id="footer-tags">
            Tags
          </h2>
          <TagCloud tags={tags} />
        </nav>
      </div>
      <div className="wrap site-footer__end">
        <p>
          © {calendarYear(now(), settings.timeZone)} {settings.name}
        </p>
        <p>
          In crisis?{" "}
          <a href={helplineDirectory} rel="noopener">
            Find a help line
          </a>{" "}
          in your country.
        </p>
      </div>
    </footer>
  );
}
