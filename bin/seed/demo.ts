import type pg from "pg";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { DemoLinks } from "@/bin/seed/demo-links";
import { demoDomain, demoTeam, teamEvents, writeInvitation } from "@/bin/seed/demo-team";
import { writeTemplates } from "@/bin/seed/demo-templates";
import { freeSlug } from "@/bin/seed/free-slug";
import { inMerchantPastStates } from "@/bin/seed/insert-rows";
import { newPassword } from "@/bin/seed/new-password";
import { Random } from "@/bin/seed/random";
import { salesTimes } from "@/bin/seed/rhythm";
import { withSandbox } from "@/bin/seed/sandbox";
import { writeLinks, writeUpstreamRecords } from "@/bin/seed/write-links";
import { LogWriter } from "@/bin/seed/write-log";
import { writeKey, writeMerchant, writePeople } from "@/bin/seed/write-merchant";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import { env } from "@/lib/platform/env";

const [dayMs, hourMs, minuteMs] = [86_400_000, 3_600_000, 60_000];
const days = 150;
const usualSales = 320;
const timeZone = "America/Costa_Rica";

/** A café with five months of data: a team, a working sandbox key, and links in every state. */
export async function seedDemo(client: pg.Client): Promise<void> {
  const { email, password, slug } = await writeDemo(client, Date.now());
  console.log(`Café Luna is at ${env().APP_URL}/m/${slug}\n`);
  console.log(`Sign in as   ${email}  (the owner)`);
  console.log(`Password     ${password}  (shown only now)\n`);
  console.log(
    "The same password is for diego@ (admin), lucia@ and mateo@ (cashiers) and elena@ (viewer), all @",
  );
  console.log(`${demoDomain}. Links made with its key open on the practice pay pages of the sandbox.`);
}

/** @param until the present moment of the demo business, in Unix milliseconds. */
export async function writeDemo(
  client: pg.Client,
  until: number,
): Promise<{ email: string; password: string; slug: string; merchantId: string }> {
  const random = new Random(4);
  const createdAt = until - days * dayMs;
  const team = demoTeam(random, createdAt, until);
  const { ana } = team;
  await refuseTwice(client, ana.email);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const slug = await freeSlug(client, "cafe-luna");
  const merchant = {
    ...{ id: crypto.randomUUID(), slug, name: "Café Luna", color: "#0f766e", currency: "CRC" },
    ...{ timeZone, createdAt },
  };
  await withSandbox(async (sandbox) => {
    const text = await sandbox.openAccount();
    const key = { id: crypto.randomUUID(), text, last4: text.slice(-4), at: createdAt + hourMs };
    const made = new DemoLinks(random, team, key.id, text, sandbox);
    await makeLinks(made, random, until);
    made.links.sort((one, other) => one.createdAt - other.createdAt);
    await writePeople(client, Object.values(team), passwordHash);
    await inMerchantPastStates(client, merchant.id, async () => {
      await writeMerchant(client, merchant, Object.values(team));
      const of = { id: key.id, mode: "sandbox", text, connectedById: ana.id } as const;
      const known = made.links.filter(({ upstreamId }) => upstreamId !== null).length;
      await writeKey(client, merchant.id, {
        ...of,
        connectedAt: key.at,
        syncedAt: until - 4 * minuteMs,
        links: known,
      });
      await writeLinks(client, merchant.id, made.links);
      await writeUpstreamRecords(client, merchant.id, made.links);
      const invitation = { merchantId: merchant.id, invitedById: ana.id, at: until - 5 * hourMs };
      const invited = await writeInvitation(client, random, invitation);
      const templates = { merchantId: merchant.id, createdById: ana.id, at: createdAt + 2 * dayMs };
      const kept = await writeTemplates(client, random, templates);
      const log = new LogWriter(merchant.id, random);
      await log.write(client, [
        ...teamEvents(random, merchant, team, key, until),
        ...made.events,
        ...kept,
        invited,
      ]);
    });
  }, merchant.name);
  return { email: ana.email, password, slug, merchantId: merchant.id };
}

/** Links in every state, among the usual sales. */
async function makeLinks(made: DemoLinks, random: Random, until: number): Promise<void> {
  const ago = (time: number) => until - time;
  const times = salesTimes(random, {
    count: usualSales,
    days: days - 1,
    until: ago(40 * minuteMs),
    timeZone,
  });
  for (const at of times) await made.ready(at);
  // Ordinary sales in the last hour, so that the history begins with them.
  for (const back of [38, 29, 27, 18, 12, 9, 3])
    await made.ready(ago(back * minuteMs + random.whole(0, 59) * 1_000));
  for (const back of [96, 71, 52, 38, 24, 16])
    await made.inactive(ago(back * dayMs), ago((back - 9) * dayMs), true);
  for (const back of [12, 8]) await made.inactive(ago(back * dayMs), ago(30 * hourMs), false);
  for (const back of [88, 41, 6]) made.rejected(ago(back * dayMs), "invalid_request");
  made.rejected(ago(26 * hourMs), "unreachable");
  for (const back of [63, 19]) await made.madeAgain(ago(back * dayMs));
  for (const back of [33, 4]) await made.matched(ago(back * dayMs));
  for (const back of [80, 57, 29]) {
    await made.external(ago(back * dayMs), made.content(until), { isAnnotated: true });
  }
  for (const back of [118, 71, 47]) await made.external(ago(back * hourMs), made.content(until));

  // Two unconfirmed links: for one, the link that upstream created was found, beside an external link; for the other,
  // nothing.
  const lost = made.unknown(ago(100 * minuteMs));
  await made.external(ago(99 * minuteMs), lost, { reference: lost.reference });
  await made.external(ago(64 * minuteMs), made.content(until));
  made.unknown(ago(7 * minuteMs));
}

async function refuseTwice(client: pg.Client, email: string): Promise<void> {
  const found = await client.query("SELECT FROM users WHERE email = $1", [email]);
  if (found.rowCount === 0) return;
  throw new CliError(
    `The demonstration is there already. For a new password of its owner: npm run admin -- reset-password ${email}`,
  );
}
