import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { insertRow, timestamp } from "@/bin/seed/insert-rows";
import type { Random } from "@/bin/seed/random";
import type { SeedEvent } from "@/bin/seed/write-log";
import type { SeedMember, SeedMerchant } from "@/bin/seed/write-merchant";

export const demoDomain = "cafe-luna.example";
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The owner first. They have chosen no language, so that each visitor gets the browser's. */
export function demoTeam(random: Random, createdAt: number, until: number) {
  const member = (name: string, box: string, role: SeedMember["role"], day: number): SeedMember => {
    const joinedAt = createdAt + day * dayMs;
    const email = `${box}@${demoDomain}`;
    return { id: random.uuid(), name, email, role, locale: null, createdAt: joinedAt - hourMs, joinedAt };
  };
  return {
    ana: member("Ana Rojas", "ana", "owner", 0),
    diego: member("Diego Castro", "diego", "admin", 3),
    lucia: member("Lucía Mora", "lucia", "cashier", 6),
    mateo: member("Mateo Vargas", "mateo", "cashier", 19),
    elena: member("Elena Solís", "elena", "viewer", 31),
    jorge: { ...member("Jorge Salas", "jorge", "cashier", 8), removedAt: until - 40 * dayMs },
  };
}

export type DemoTeam = ReturnType<typeof demoTeam>;

/** The network address of each person. */
export const getAddress = (team: DemoTeam, id: string | null): string =>
  `203.0.113.${10 + Object.values(team).findIndex((member) => member.id === id)}`;

/** A pending invitation whose token nobody has. Call it inside `inMerchant`. */
export async function writeInvitation(
  client: pg.Client,
  random: Random,
  { merchantId, invitedById, at }: { merchantId: string; invitedById: string; at: number },
): Promise<SeedEvent> {
  const [id, email, role] = [random.uuidAt(at), `sofia@${demoDomain}`, "cashier"];
  const tokenHash = createHash("sha256").update(randomBytes(32)).digest();
  await insertRow(client, "invitations", {
    ...{ merchant_id: merchantId, id, email, pending_email: email, role, token_hash: tokenHash },
    ...{ invited_by_id: invitedById, created_at: timestamp(at), expires_at: timestamp(at + 3 * dayMs) },
  });
  return {
    at,
    action: "member.invited",
    actorId: invitedById,
    ip: null,
    targetId: id,
    details: { email, role },
  };
}

/** The events of the team: who joined, what they changed, and when they signed in. */
export function teamEvents(
  random: Random,
  merchant: SeedMerchant,
  team: DemoTeam,
  key: { id: string; last4: string; at: number },
  until: number,
): SeedEvent[] {
  const { ana, diego, mateo, elena, jorge } = team;
  const of = (member: SeedMember, at: number) => ({
    at,
    actorId: member.id,
    ip: getAddress(team, member.id),
  });
  const joined = Object.values(team)
    .slice(1)
    .flatMap((member): SeedEvent[] => {
      const details = { role: member.role };
      const invited = { email: member.email, ...details };
      return [
        {
          ...of(ana, member.joinedAt - 5 * hourMs),
          action: "member.invited",
          targetId: member.id,
          details: invited,
        },
        { ...of(member, member.joinedAt), action: "member.joined", targetId: member.id, details },
      ];
    });
  const settings = { fields: "color, timeZone" };
  const rare: SeedEvent[] = [
    { ...of(ana, merchant.createdAt), action: "merchant.created", details: { slug: merchant.slug } },
    {
      ...{ ...of(ana, key.at), action: "api_key.connected", targetId: key.id },
      details: { mode: "sandbox", last4: key.last4 },
    },
    { ...of(ana, merchant.createdAt + 2 * hourMs), action: "merchant.settings_changed", details: settings },
    {
      ...{ ...of(ana, mateo.joinedAt + 20 * dayMs), action: "member.role_changed", targetId: mateo.id },
      details: { from: "viewer", to: "cashier" },
    },
    {
      ...of(ana, jorge.removedAt),
      action: "member.removed",
      targetId: jorge.id,
      details: { role: jorge.role },
    },
    {
      ...{ at: until - 9 * dayMs, actorId: null, ip: "198.51.100.77" },
      action: "session.refused",
      targetId: mateo.id,
    },
    { ...of(diego, until - 3 * dayMs), action: "audit.exported" },
    ...[95, 64, 33, 3].map(
      (days): SeedEvent => ({ ...of(elena, until - days * dayMs), action: "links.exported" }),
    ),
  ];
  return [...joined, ...rare, ...signIns(random, team, until)];
}

/** Sessions last long, so most people sign in every week or so. */
function signIns(random: Random, team: DemoTeam, until: number): SeedEvent[] {
  return Object.values(team).flatMap((member) => {
    const events: SeedEvent[] = [];
    const last = "removedAt" in member ? Number(member.removedAt) : until;
    for (
      let at = member.joinedAt + hourMs;
      at < last;
      at += random.whole(5, 12) * dayMs + random.whole(0, 3) * hourMs
    ) {
      events.push({ at, action: "session.signed_in", actorId: member.id, ip: getAddress(team, member.id) });
    }
    return events;
  });
}
