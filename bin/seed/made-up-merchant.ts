import { businesses, labels } from "@/bin/seed/businesses";
import { countries } from "@/bin/seed/countries";
import type { SalesProfile } from "@/bin/seed/made-up-links";
import { newPerson } from "@/bin/seed/people";
import type { Random } from "@/bin/seed/random";
import type { SeedEvent } from "@/bin/seed/write-log";
import type { SeedMember, SeedMerchant } from "@/bin/seed/write-merchant";
import { slugFor } from "@/lib/core/slug";
import { env } from "@/lib/platform/env";

export type MadeUpMerchant = {
  merchant: SeedMerchant;
  /** The owner first. */
  members: SeedMember[];
  salesProfile: SalesProfile;
  /** For how many days it has been selling. */
  days: number;
  /** The audit events before the first link. */
  events: (last4: string) => SeedEvent[];
};

const dayMs = 86_400_000;

/**
 * A merchant with a team of a fitting size. `index` makes its slug and its people's email addresses different from
 * others'.
 */
export function madeUpMerchant(
  random: Random,
  { index, links, until, seed }: { index: number; links: number; until: number; seed: number },
): MadeUpMerchant {
  const business = random.pick(businesses);
  const country = random.pick(Object.values(countries));
  const name = `${random.pick(business.names).replace("{w}", random.pick(labels))} ${random.pick(country.cities)}`;
  const days = Math.min(900, 20 + Math.ceil(links ** 0.6));
  const createdAt = until - days * dayMs;
  const id = random.uuid();
  const slug = `${slugFor(name).slice(0, 26).replace(/-$/, "")}-${seed.toString(36)}-${(index + 1).toString(36)}`;
  const merchant = {
    ...{ id, slug, name, color: random.pick(business.colors), createdAt },
    ...{ currency: country.currency, timeZone: country.timeZone },
  };
  const staff = Math.min(40, 2 + Math.floor(Math.sqrt(links) / 30) + random.whole(0, 3));
  const members = Array.from({ length: staff }, (_, place): SeedMember => {
    const role = place === 0 ? "owner" : place === 1 ? "admin" : place % 6 === 5 ? "viewer" : "cashier";
    const domain = `m${index + 1}.seed${seed}.example`;
    const person = newPerson(random, domain, country.language, createdAt);
    // Two people with the same name get different email addresses.
    return {
      ...person,
      email: person.email.replace("@", `${place + 1}@`),
      role,
      joinedAt: createdAt + place * 60_000,
    };
  });
  const workers = members.filter(({ role }) => role !== "viewer");
  const salesProfile: SalesProfile = {
    firstReference: random.whole(0, 400_000),
    ...{ business, country, links, until, apiKeyId: random.uuid(), payUrl: env().SANDBOX_PUBLIC_URL },
    staff: workers.map((member) => ({ id: member.id, ip: `203.0.113.${random.whole(1, 254)}` })),
    customers: Array.from({ length: 40 }, () => newPerson(random, "", "es", 0).name),
  };
  const by = { actorId: members[0]?.id ?? null, ip: salesProfile.staff[0]?.ip ?? null };
  const events = (last4: string): SeedEvent[] => [
    { at: createdAt, action: "merchant.created", ...by, details: { slug } },
    ...members.slice(1).map(({ id: userId, joinedAt }): SeedEvent => {
      return { at: joinedAt, action: "member.joined", actorId: userId, ip: by.ip, targetId: userId };
    }),
    {
      ...{ at: createdAt + 3_600_000, action: "api_key.connected", ...by, targetId: salesProfile.apiKeyId },
      details: { mode: "sandbox", last4 },
    },
  ];
  return { merchant, members, salesProfile, days, events };
}
