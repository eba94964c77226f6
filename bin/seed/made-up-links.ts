import { type Business, wareText } from "@/bin/seed/businesses";
import { type Country, localPrice } from "@/bin/seed/countries";
import type { Dice } from "@/bin/seed/dice";
import { nthReference } from "@/bin/seed/references";
import type { SeedLink } from "@/bin/seed/write-links";
import type { SeedEvent } from "@/bin/seed/write-log";

export type Shop = {
  business: Business;
  country: Country;
  apiKeyId: string;
  /** Who makes links. */
  staff: readonly { id: string; ip: string }[];
  /** Of customers, for descriptions. */
  customers: readonly string[];
  /** Where the pay pages are, without a trailing slash. */
  payUrl: string;
  /** Which of all references its first link has. */
  firstReference: number;
  /** How many links it will have. */
  links: number;
  until: number;
};

const ids = "0123456789abcdefghjkmnpqrstvwxyz";
const dayMs = 86_400_000;
const refusals = ["invalid_request", "key_refused", "unreachable"] as const;
const doubts = ["timeout", "connection_lost", "server_error"] as const;

/** One link of a shop, made at `at`, and what the log has about it. `index` counts the shop's links. */
export function madeUpLink(
  dice: Dice,
  shop: Shop,
  index: number,
  at: number,
): { link: SeedLink; events: SeedEvent[] } {
  const { business, country } = shop;
  const maker = dice.pick(shop.staff);
  const ware = dice.pick(business.wares);
  const [, , least, most] = ware;
  // Cheap sales are more common than dear ones.
  const dollars = least + (most - least) * dice.roll() ** 1.7;
  const settledAt = at + 300 + Math.floor(dice.roll() * 1_500);
  const upstreamId = `plink_${dice.text(12, ids)}`;
  const isForeign = dice.chance(0.06) && country.currency !== "USD";
  const link: SeedLink = {
    ...{ id: dice.uuidAt(at), mode: "sandbox", state: "ready", origin: "portal", apiKeyId: shop.apiKeyId },
    amountMinor: isForeign ? Math.round(dollars * 4) * 25 : localPrice(dollars, country),
    currency: isForeign ? "USD" : country.currency,
    description: wareText(ware, country.language, dice.whole(2, 40), dice.pick(shop.customers)),
    reference: nthReference(shop.firstReference + index, shop.links),
    ...{ upstreamId, url: `${shop.payUrl}/link/${upstreamId}`, active: true, failureCode: null },
    ...{
      createdById: maker.id,
      createdAt: at,
      settledAt,
      replacesId: null,
      inactiveAt: null,
      dismissedAt: null,
    },
    intentId: dice.uuid(),
  };
  const told = { at: settledAt, actorId: maker.id, ip: maker.ip, targetId: link.id };
  const fate = dice.roll();
  if (fate < 0.012) {
    const failureCode = dice.pick(refusals);
    Object.assign(link, { ...unmade, state: "rejected", failureCode });
    return { link, events: [{ ...told, action: "link.rejected", details: { code: failureCode } }] };
  }
  if (fate < 0.018) {
    const failureCode = dice.pick(doubts);
    // A doubt of the last day may still be open; every older one was given up.
    const isOpen = shop.until - at < dayMs && fate < 0.015;
    Object.assign(link, { ...unmade, state: isOpen ? "unknown" : "abandoned", failureCode });
    const doubt: SeedEvent = { ...told, action: "link.unknown", details: { code: failureCode } };
    return {
      link,
      events: isOpen ? [doubt] : [doubt, { ...told, at: settledAt + 90_000, action: "link.abandoned" }],
    };
  }
  const events: SeedEvent[] = [{ ...told, action: "link.created" }];
  if (fate < 0.06 && shop.until - at > 10 * dayMs) {
    const inactiveAt = at + Math.floor((shop.until - at) * dice.roll());
    Object.assign(link, { active: false, inactiveAt, dismissedAt: inactiveAt + dayMs / 4 });
    events.push({
      at: inactiveAt,
      actorId: null,
      ip: null,
      targetId: link.id,
      action: "link.turned_inactive",
    });
  }
  return { link, events };
}

const unmade = { upstreamId: null, url: null, active: null };
