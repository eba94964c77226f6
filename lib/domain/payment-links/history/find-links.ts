import type { LinkView } from "@/lib/core/link-view";
import type { Selections } from "@/lib/domain/payment-links/history/build-selections";
import {
  type AskedLook,
  firstLookAt,
  type Look,
  longLookAt,
  lookAtAll,
  onlyIds,
  type Wanted,
} from "@/lib/domain/payment-links/history/look-store";
import type { Selection } from "@/lib/domain/payment-links/history/page-store";
import type { Counts } from "@/lib/domain/payment-links/history/totals-store";
import { readTogetherAs } from "@/lib/platform/db";
import type { Sql } from "@/lib/platform/statement";

export type Found<Row> = {
  links: Row[];
  /** Which they are the first of. */
  selection: Selection;
  /** Nothing is as it was searched for; these are close to it. */
  isClose: boolean;
  /** How many there are among the newest rows, where that was asked for and is known. */
  counts: Counts | null;
};

/** What is asked first, perhaps together with other things, and what is done with its answer. */
export type Begun<Found> = { asked: Sql; finish: (answer: unknown[] | undefined) => Promise<Found> };

/** The links that match, in their order; when no link does, those that are close. */
export function beginFinding<Row>(
  view: LinkView,
  { exact, close }: Selections,
  wanted: Wanted<Row>,
): Begun<Found<Row>> {
  const first = firstLookAt(view, exact, wanted);
  return {
    asked: first.sql,
    async finish(answer) {
      const { links, counts } = await lookFurther(view, exact, wanted, first.read(answer));
      if (links.length > 0 || !close || !(await isEmpty(view, exact)))
        return { links, counts, selection: exact, isClose: false };
      const found = await look(view, close, wanted);
      return { ...found, selection: close, isClose: found.links.length > 0 };
    },
  };
}

/** The first links of a selection. */
export async function findFirst<Row>(
  view: LinkView,
  selection: Selection,
  wanted: Wanted<Row>,
): Promise<Row[]> {
  return (await look(view, selection, wanted)).links;
}

/** Whether none match on other pages, where none do from its place on. */
async function isEmpty(view: LinkView, { after, before, ...selection }: Selection): Promise<boolean> {
  if (!after && !before) return true;
  return (await findFirst(view, selection, { columns: onlyIds, limit: 1 })).length === 0;
}

async function look<Row>(view: LinkView, selection: Selection, wanted: Wanted<Row>): Promise<Look<Row>> {
  return lookFurther(view, selection, wanted, await ask(view, firstLookAt(view, selection, wanted)));
}

async function lookFurther<Row>(
  view: LinkView,
  selection: Selection,
  wanted: Wanted<Row>,
  first: Look<Row>,
): Promise<Look<Row>> {
  if (first.isEnough) return first;
  const longer = await ask(view, longLookAt(view, selection, wanted));
  const found = longer.isEnough ? longer : await ask(view, lookAtAll(view, selection, wanted));
  return { ...found, counts: first.counts };
}

async function ask<Row>({ merchantId }: LinkView, asked: AskedLook<Row>): Promise<Look<Row>> {
  const [rows] = await readTogetherAs(merchantId, asked.sql);
  return asked.read(rows);
}
