"use client";

import type { ReactNode } from "react";
import type { Mode } from "@/lib/core/mode";
import type { ShownState } from "@/lib/domain/payment-links/schema";
import { ModeMark } from "@/lib/ui/mode-mark";
import { PageLink } from "@/lib/ui/page-link";
import { StateMark } from "@/lib/ui/state-mark";
import { PendingLink, usePendingCard } from "./pending-link";
import { PickForm, type PickLabels } from "./pick-form";

/** One link as the list shows it. Without names for its parts, because each name would be sent with each row. */
export type HistoryRow = [
  id: string,
  amount: string | null,
  state: ShownState,
  description: string | null,
  creator: string | null,
  time: string,
  /** The rest is left out from the end on, where it says nothing. The time where the person is, where that differs. */
  ownTime?: string | null,
  /** Null where all rows have the same. */
  mode?: Mode | null,
  isNew?: true,
];

export type Days = [day: string, rows: HistoryRow[]][];

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
  pick,
}: {
  /** `Days` as JSON: React would look at each of its values twice before it draws one, and reads a text as it is. */
  days: string;
  path: string;
  search: string;
  openId: string | null;
  level: 2 | 3;
  /** The mode of all rows, shown once above them; null when each row shows its own. */
  sharedMode: ReactNode;
  labels: Labels;
  /** On a desk, links can be chosen, for what is done with several at once. */
  pick: PickLabels | null;
}) {
  const Heading = `h${level}` as const;
  const listed: Days = JSON.parse(days);
  usePendingCard();
  const list = (
    <div className="days">
      {listed.map(([day, rows], at) => (
        <section key={day} className="day">
          <div className="day-head">
            {day && <Heading className="text-small text-muted">{day}</Heading>}
            {at === 0 && sharedMode}
          </div>
          <ul className="day-rows">
            {rows.map((row) => (
              <li key={row[0]}>
                {pick && (
                  <input
                    type="checkbox"
                    name="link"
                    value={row[0]}
                    aria-label={`${row[3] ?? labels.noDescription}, ${row[1] ?? labels.noAmount}`}
                    className="pick"
                  />
                )}
                <Row
                  row={row}
                  address={`${path}/${row[0]}${search}`}
                  isOpen={row[0] === openId}
                  labels={labels}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
  if (!pick) return <div className="@container">{list}</div>;
  return (
    <PickForm action={`${path}/selected`} labels={pick}>
      {list}
    </PickForm>
  );
}

/** Characters that fit beside a state at 320 px. A longer amount is smaller there, as it is never broken. */
const longAmount = 20;

function Row({
  row: [, amount, state, description, creator, time, ownTime, mode, isNew],
  address,
  isOpen,
  labels,
}: {
  row: HistoryRow;
  address: string;
  isOpen: boolean;
  labels: Labels;
}) {
  return (
    <PageLink
      href={address}
      aria-current={isOpen ? "page" : undefined}
      className={isNew ? "row link-row arrive" : "row link-row"}
    >
      {amount === null ? (
        <b className="text-muted whitespace-normal">{labels.noAmount}</b>
      ) : (
        <b translate="no" className={amount.length > longAmount ? "text-small" : undefined}>
          {amount}
        </b>
      )}
      <StateMark state={state}>{labels.states[state]}</StateMark>
      <p dir="auto">{description ?? labels.noDescription}</p>
      <small>
        {creator !== null && (
          <i>
            <bdi>{creator}</bdi>
            {", "}
          </i>
        )}
        {ownTime ? <span title={ownTime}>{time}</span> : time}
      </small>
      {mode && <ModeMark mode={mode}>{labels.modes[mode]}</ModeMark>}
      {/* A server need not make for each row what only a tap shows. */}
      {typeof window !== "undefined" && (
        <PendingLink
          amount={amount ?? labels.noAmount}
          description={description ?? labels.noDescription}
          state={<StateMark state={state}>{labels.states[state]}</StateMark>}
        />
      )}
    </PageLink>
  );
}
