import type { LinkView } from "@/lib/core/link-view";
import { addDays, dayAt } from "@/lib/core/local-moment";
import type { Mode } from "@/lib/core/mode";
import { startOfDay } from "@/lib/core/start-of-day";
import { namesOfTeam } from "@/lib/domain/members/list-names";
import { groupedLinks, type LinkGroup } from "@/lib/domain/payment-links/overview/overview-store";
import type { OverviewPeriod } from "@/lib/domain/payment-links/overview/schema";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { readTogetherAs } from "@/lib/platform/db";
import { readRows } from "@/lib/platform/statement";

/** Links, and how many of them somebody marked as paid, which is their word and nothing that we know. */
export type Counts = { links: number; markedPaid: number };

export type Overview = Counts & {
  /** Every day of the period, the oldest first; a day without links too. */
  days: ({ day: string } & Counts)[];
  /** By currency, the most used first. */
  currencies: ({ currency: CurrencyCode; amountMinor: number } & Counts)[];
  /** Links that were created elsewhere, as long as nobody has said their amount. They are in no currency. */
  withoutAmount: Counts;
  /** By the person who created them, the most links first. Null for links that were created elsewhere. */
  people: ({ name: string | null } & Counts)[];
};

/** What was created in the last days, today included, in one mode, among the links that a person sees. */
export async function getOverview(
  view: LinkView,
  {
    mode,
    period,
    timeZone,
    now = new Date(),
  }: { mode: Mode; period: OverviewPeriod; timeZone: string; now?: Date },
): Promise<Overview> {
  const today = dayAt(now, timeZone);
  const [from, before] = [startOfDay(today, timeZone, 1 - period), startOfDay(today, timeZone, 1)];
  const [grouped, team] = [
    groupedLinks(view, { mode, from, before, timeZone }),
    namesOfTeam(view.merchantId),
  ];
  const [ofLinks, ofTeam] = await readTogetherAs(view.merchantId, grouped.sql, team.sql);
  const groups = readRows(grouped, ofLinks);
  const nameById = new Map(readRows(team, ofTeam).map(({ userId, name }) => [userId, name]));
  const byDay = countBy(groups, ({ day }) => day);
  return {
    ...count(groups),
    days: Array.from({ length: period }, (_, index) => {
      const day = addDays(today, index + 1 - period);
      return { day, ...(byDay.get(day) ?? none) };
    }),
    currencies: toCurrencies(groups),
    withoutAmount: count(groups.filter(({ currency }) => currency === null || !isCurrency(currency))),
    people: [...countBy(groups, ({ creatorId }) => creatorId)]
      .map(([id, counts]) => ({ name: id === null ? null : (nameById.get(id) ?? null), ...counts }))
      .sort((one, other) => other.links - one.links),
  };
}

function toCurrencies(groups: readonly LinkGroup[]): Overview["currencies"] {
  return [...countBy(groups, ({ currency }) => currency)]
    .flatMap(([currency, counts]) => {
      if (currency === null || !isCurrency(currency)) return [];
      const own = groups.filter((group) => group.currency === currency);
      const total = own.reduce((amount, { amountMinor }) => amount + amountMinor, 0n);
      // Beyond what a number holds exactly, the largest one that it does; a check on the column keeps links far below.
      const amountMinor = Math.min(Number(total), Number.MAX_SAFE_INTEGER);
      return [{ currency, amountMinor, ...counts }];
    })
    .sort((one, other) => other.links - one.links);
}

const none: Counts = { links: 0, markedPaid: 0 };

function count(groups: readonly LinkGroup[]): Counts {
  return groups.reduce(add, none);
}

function countBy<Key>(groups: readonly LinkGroup[], key: (group: LinkGroup) => Key): Map<Key, Counts> {
  const counts = new Map<Key, Counts>();
  for (const group of groups) counts.set(key(group), add(counts.get(key(group)) ?? none, group));
  return counts;
}

function add(one: Counts, other: Counts): Counts {
  return { links: one.links + other.links, markedPaid: one.markedPaid + other.markedPaid };
}
