"use client";

import type { ReactNode } from "react";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { formatMoney } from "@/lib/money/format-money";
import { ModeMark } from "@/lib/ui/mode-mark";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import { StateMark } from "@/lib/ui/state-mark";
import type { ShellLabels } from "./shell-labels";
import { showState, showTime } from "./show-seen";

/** The newest links as they were last seen. `children` are the drafts, which come first. */
export function SeenList({
  seen,
  locale,
  labels,
  children,
}: {
  seen: LastSeen;
  locale: string;
  labels: ShellLabels;
  children: ReactNode;
}) {
  const { links, merchant, asOf } = seen;
  return (
    <div className="grid max-w-3xl gap-5">
      {children}
      <div>
        <h1 className="text-title">{labels.nav.history}</h1>
        <p className="text-small text-muted">{labels.asOf.replace("%time%", showTime(asOf, seen, locale))}</p>
      </div>
      {links.length === 0 && <p className="text-muted">{labels.noLinks}</p>}
      <div className="@container">
        <div className="days">
          <section className="day">
            <ul className="day-rows">
              {links.map((link) => (
                <li key={link.id}>
                  <a href={merchantPaths(merchant.slug).link(link.id)} className="row link-row">
                    <b translate="no">
                      {link.amountMinor === null || !link.currency
                        ? labels.link.noAmount
                        : formatMoney(link.amountMinor, link.currency, locale)}
                    </b>
                    <StateMark state={showState(link, seen)}>
                      {labels.states[showState(link, seen)]}
                    </StateMark>
                    <p dir="auto">{link.description ?? labels.link.noDescription}</p>
                    <small>{showTime(link.createdAt, seen, locale)}</small>
                    <ModeMark mode={link.mode}>{labels.modes[link.mode]}</ModeMark>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </div>
  );
}
