"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { Mode } from "@/lib/core/mode";
import type { ShownState } from "@/lib/domain/payment-links/schema";
import { ModeMark } from "@/lib/ui/mode-mark";
import { StateMark } from "@/lib/ui/state-mark";

/** One link as the list shows it. Without names for its parts, because each name would be sent with each row. */
export type HistoryRow = [
  id: string,
  amount: string | null,
  state: ShownState,
  description: string | null,
  creator: string | null,
  time: string,
  mode: Mode,
  isNew: boolean,
];

type Labels = {
  noAmount: string;
  noDescription: string;
  states: Partial<Record<ShownState, string>>;
  modes: Partial<Record<Mode, string>>;
};

/** The list itself. It is drawn from plain rows in the browser too, so that a page holds each link's data once. */
export function HistoryRows({
  days,
  path,
  search,
  openId,
  level,
  sharedMode,
  labels,
}: {
  days: [day: string, rows: HistoryRow[]][];
  path: string;
  search: string;
  openId: string | null;
  level: 2 | 3;
  /** The mode of all rows, shown once; null when each row shows its own. */
  sharedMode: ReactNode;
  labels: Labels;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="@container">
      <div className="days">
        {days.map(([day, rows], at) => (
          <section key={day} className="day">
            <div className="day-head">
              {day && <Heading className="text-small text-muted">{day}</Heading>}
              {at === 0 && sharedMode && <span className="hidden @lg:inline">{sharedMode}</span>}
            </div>
            <ul className="day-rows">
              {rows.map((row) => (
                <li key={row[0]}>
                  <Row
                    row={row}
                    address={`${path}/${row[0]}${search}`}
                    isOpen={row[0] === openId}
                    saysMode={!sharedMode}
                    labels={labels}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Row({
  row: [, amount, state, description, creator, time, mode, isNew],
  address,
  isOpen,
  saysMode,
  labels,
}: {
  row: HistoryRow;
  address: string;
  isOpen: boolean;
  saysMode: boolean;
  labels: Labels;
}) {
  return (
    <Link
      href={address}
      prefetch={false}
      aria-current={isOpen ? "page" : undefined}
      className={isNew ? "row link-row arrive" : "row link-row"}
    >
      {amount === null ? <b className="text-muted">{labels.noAmount}</b> : <b translate="no">{amount}</b>}
      <span className="link-row-state">
        <StateMark state={state}>{labels.states[state]}</StateMark>
      </span>
      <span dir="auto" className="link-row-text">
        {description ?? labels.noDescription}
      </span>
      <span className="link-row-by">
        {creator !== null && (
          <span>
            <bdi>{creator}</bdi>,{" "}
          </span>
        )}
        {time}
      </span>
      <span className={saysMode ? "link-row-mode" : "link-row-mode @lg:hidden"}>
        <ModeMark mode={mode}>{labels.modes[mode]}</ModeMark>
      </span>
    </Link>
  );
}
