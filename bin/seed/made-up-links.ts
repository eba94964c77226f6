import { type Business, wareText } from "@/bin/seed/businesses";
import { type Country, localPrice } from "@/bin/seed/countries";
import type { Random } from "@/bin/seed/random";
import { nthReference } from "@/bin/seed/references";
import type { SeedLink } from "@/bin/seed/write-links";
import type { SeedEvent } from "@/bin/seed/write-log";

export type SalesProfile = {
  business: Business;
  country: Country;
  apiKeyId: string;
  /** The people who create links. */
  staff: readonly { id: string; ip: string }[];
  /** Names of customers, for descriptions. */
  customers: readonly string[];
  /** The address of the pay pages, without a trailing slash. */
  payUrl: string;
  /** The number of its first link's reference, among those of all merchants. */
  firstReference: number;
  /** How many links it will have. */
  links: number;
  until: number;
};

/** A link, and its audit events. */
export type MadeUpLink = { link: SeedLink; events: SeedEvent[] };

const ids = "0123456789abcdefghjkmnpqrstvwxyz";
const dayMs = 86_400_000;
const refusals = ["invalid_request", "key_refused", "unreachable"] as const;
const unconfirmedLinks = ["timeout", "connection_lost", "server_error"] as const;

/** One link of a merchant, created at `at`, with its audit events. `index` counts the merchant's links. */
export function madeUpLink(
  random: Random,
  salesProfile: SalesProfile,
  index: number,
  at: number,
): MadeUpLink {
  const { business, country } = salesProfile;
  const maker = random.pick(salesProfile.staff);
  const ware = random.pick(business.wares);
  const [, , least, most] = ware;
  // Cheap sales are more frequent than expensive ones.
  const dollars = least + (most - least) * random.roll() ** 1.7;
  const outcomeAt = at + 300 + Math.floor(random.roll() * 1_500);
  const upstreamId = `plink_${random.text(12, ids)}`;
  const isForeign = random.chance(0.06) && country.currency !== "USD";
  // One plain literal: Node takes 200 times as long for one that is put together of others.
  const link: SeedLink = {
    id: random.uuidAt(at),
    mode: "sandbox",
    state: "ready",
    origin: "portal",
    apiKeyId: salesProfile.apiKeyId,
    amountMinor: isForeign ? Math.round(dollars * 4) * 25 : localPrice(dollars, country),
    currency: isForeign ? "USD" : country.currency,
    description: wareText(ware, country.language, random.whole(2, 40), random.pick(salesProfile.customers)),
    reference: nthReference(salesProfile.firstReference + index, salesProfile.links),
    upstreamId,
    url: `${salesProfile.payUrl}/link/${upstreamId}`,
    active: true,
    failureCode: null,
    createdById: maker.id,
    createdAt: at,
    outcomeAt,
    replacesId: null,
    inactiveAt: null,
    dismissedAt: null,
    intentId: random.uuid(),
  };
  const base = { at: outcomeAt, actorId: maker.id, ip: maker.ip, targetId: link.id };
  const fate = random.roll();
  if (fate < 0.012) {
    const failureCode = random.pick(refusals);
    Object.assign(link, { ...unmade, state: "rejected", failureCode });
    return { link, events: [{ ...base, action: "link.rejected", details: { code: failureCode } }] };
  }
  if (fate < 0.018) {
    const failureCode = random.pick(unconfirmedLinks);
    // An unconfirmed link of the last day may still be open; older ones were abandoned.
    const isOpen = salesProfile.until - at < dayMs && fate < 0.015;
    Object.assign(link, { ...unmade, state: isOpen ? "unknown" : "abandoned", failureCode });
    const unconfirmed: SeedEvent = { ...base, action: "link.unknown", details: { code: failureCode } };
    return {
      link,
      events: isOpen
        ? [unconfirmed]
        : [unconfirmed, { ...base, at: outcomeAt + 90_000, action: "link.abandoned" }],
    };
  }
  const events: SeedEvent[] = [{ ...base, action: "link.created" }];
  if (fate < 0.06 && salesProfile.until - at > 10 * dayMs) {
    const inactiveAt = at + Math.floor((salesProfile.until - at) * random.roll());
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
