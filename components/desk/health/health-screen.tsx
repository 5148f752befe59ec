import Link from "next/link";
import type { ReactElement } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { deskHealthPath } from "@/lib/desk-urls";
import { worstState, type HealthCheck, type HealthState } from "@/lib/health/types";

const states: Record<HealthState, { words: string; tone: BadgeTone; verdict: string }> = {
  ok: { words: "Good", tone: "good", verdict: "Everything is in order." },
  warn: { words: "Look", tone: "warn", verdict: "Something could use a look. Readers are served." },
  fail: { words: "Act", tone: "danger", verdict: "Something needs to be put right." },
};

/** What the magazine stands on, and what to do about it. */
export function HealthScreen({ checks, at }: { checks: HealthCheck[]; at: string }): ReactElement {
  const { verdict } = states[worstState(checks.map(({ state }) => state))];
  return (
    <>
      <PageHeader
        title="Health"
        description={`${verdict} Looked at on ${at}.`}
        actions={
          <LinkButton href={deskHealthPath} prefetch={false}>
            Look again
          </LinkButton>
        }
      />
      <ul aria-label="Checks" className="gap-3 grid">
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ul>
    </>
  );
}

function CheckRow({ check }: { check: HealthCheck }): ReactElement {
  const { words, tone } = states[check.state];
  return (
    <li className="rounded-lg border-line bg-raised p-4 border">
      <div className="gap-3 flex flex-wrap items-center">
        <h2 className="font-bold">{check.label}</h2>
        <Badge tone={tone}>{words}</Badge>
      </div>
      <p className="mt-1 max-w-prose break-words">{check.text}</p>
      {check.advice && <p className="mt-1 max-w-prose text-quiet break-words">{check.advice}</p>}
      {check.items.length > 0 && (
        <ul className="mt-2 gap-1 ps-5 grid list-disc">
          {check.items.map(({ label, href }, index) => (
            <li key={`${label} ${String(index)}`} className="break-words">
              {href ? (
                <Link href={href} className="text-accent hover:underline">
                  {label}
                </Link>
              ) : (
                label
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
