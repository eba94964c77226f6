import { groupBy } from "@/lib/core/group-by";
import type { LinkView } from "@/lib/core/link-view";
import { type Name, namesOfTeam } from "@/lib/domain/members/list-names";
import {
  type CloseGroup,
  type CloseQuery,
  groupedAsMade,
  groupedAsMarkedLater,
} from "@/lib/domain/payment-links/close/close-store";
import { type CurrencyTally, type Tally, tallyOpen } from "@/lib/domain/payment-links/close/schema";
import { type ShownState, toShownState } from "@/lib/domain/payment-links/schema";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { readTogetherAs } from "@/lib/platform/db";
import { readRows } from "@/lib/platform/statement";

export type Close = {
  /** The most used currency first. */
  currencies: CurrencyTally[];
  /** By the person who made them, the most links first. Null for links that were made elsewhere. */
  people: { id: string | null; name: string | null; currencies: CurrencyTally[] }[];
  /** What was marked as paid in this time, and made before it. */
  markedLater: (Tally & { currency: CurrencyCode | null })[];
  /** How many can be gone through. */
  open: number;
};

/** What became of the links that were made in a time, among those that a person sees. */
export async function getClose(view: LinkView, query: CloseQuery): Promise<Close> {
  const [made, later, team] = [
    groupedAsMade(view, query),
    groupedAsMarkedLater(view, query),
    namesOfTeam(view.merchantId),
  ];
  const [ofMade, ofLater, ofTeam] = await readTogetherAs(view.merchantId, made.sql, later.sql, team.sql);
  const groups = readRows(made, ofMade);
  const currencies = toTallies(groups);
  return {
    currencies,
    people: byPerson(groups, readRows(team, ofTeam)),
    markedLater: readRows(later, ofLater).map(({ currency, links, total }) => ({
      ...{ currency: toCurrency(currency), links, amountMinor: BigInt(total) },
    })),
    open: currencies.reduce((sum, { states }) => sum + tallyOpen(states).links, 0),
  };
}

function byPerson(groups: readonly CloseGroup[], names: Name[]): Close["people"] {
  const nameById = new Map(names.map(({ userId, name }) => [userId, name]));
  return [...groupBy(groups, ({ creatorId }) => creatorId)]
    .sort(([, one], [, other]) => countLinks(other) - countLinks(one))
    .map(([id, own]) => ({
      id,
      name: id === null ? null : (nameById.get(id) ?? null),
      currencies: toTallies(own),
    }));
}

function toTallies(groups: readonly CloseGroup[]): CurrencyTally[] {
  return [...groupBy(groups, ({ currency }) => toCurrency(currency))]
    .sort(([, one], [, other]) => countLinks(other) - countLinks(one))
    .map(([currency, own]) => {
      const isMade = ({ state }: CloseGroup) => state === "ready";
      const states = new Map<ShownState, Tally>();
      for (const [state, alike] of groupBy(own.filter(isMade), toShownState)) states.set(state, addUp(alike));
      return {
        currency,
        states,
        made: addUp(own.filter(isMade)),
        unconfirmed: addUp(own.filter((group) => !isMade(group))),
      };
    });
}

function addUp(groups: readonly CloseGroup[]): Tally {
  return {
    links: countLinks(groups),
    amountMinor: groups.reduce((sum, { total }) => sum + BigInt(total), 0n),
  };
}

function countLinks(groups: readonly CloseGroup[]): number {
  return groups.reduce((sum, { links }) => sum + links, 0);
}

function toCurrency(code: string | null): CurrencyCode | null {
  return code !== null && isCurrency(code) ? code : null;
}
