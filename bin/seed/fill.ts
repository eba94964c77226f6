import { setImmediate } from "node:timers/promises";
import type pg from "pg";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { inMerchant, inMerchantPastStates } from "@/bin/seed/insert-rows";
import { type MadeUpLink, madeUpLink } from "@/bin/seed/made-up-links";
import { type MadeUpMerchant, madeUpMerchant } from "@/bin/seed/made-up-merchant";
import { newPassword } from "@/bin/seed/new-password";
import { connectToSeed } from "@/bin/seed/on-database";
import { Progress } from "@/bin/seed/progress";
import { Random, toSums } from "@/bin/seed/random";
import { salesTimes } from "@/bin/seed/rhythm";
import { type SeedSandbox, withSandbox } from "@/bin/seed/sandbox";
import { WriteAhead } from "@/bin/seed/write-ahead";
import { insertLinks, writeUpstreamRecords } from "@/bin/seed/write-links";
import { LogWriter } from "@/bin/seed/write-log";
import { writeKey, writeMerchant, writePeople } from "@/bin/seed/write-merchant";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import { env } from "@/lib/platform/env";

const batch = 4_000;
/** After so many links what has come from Postgres is looked at, so that it has always something to do. */
const slice = 100;

export type FillOptions = { merchants: number; links: number; seed: number };

/** Fills the database with many merchants, each with a team, a sandbox key and its share of the links. */
export async function fill(client: pg.Client, options: FillOptions): Promise<void> {
  const second = await connectToSeed();
  await fillWith({ links: client, log: second }, options).finally(() => second.end());
}

/** Two connections, so that Postgres writes with two processes: links with their indexes, and what is known beside them. */
type Connections = { links: pg.Client; log: pg.Client };

async function fillWith(clients: Connections, options: FillOptions): Promise<void> {
  const random = new Random(options.seed);
  const until = Date.now();
  const shares = shareOut(options);
  const made = shares.map((links, index) =>
    madeUpMerchant(random, { index, links, until, seed: options.seed }),
  );
  await refuseTwice(clients.links, made, options.seed);

  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const progress = new Progress(options.links, "links");
  const ahead = new WriteAhead();
  await withSandbox(async (sandbox) => {
    for (const merchant of made)
      await writeOne(clients, sandbox, random, merchant, { passwordHash, progress, until, ahead });
    await ahead.written();
  });
  // Updates the planner's statistics, and makes the space of old row versions reusable.
  const tidy = (client: pg.Client, tables: string) => client.query(`VACUUM ANALYZE ${tables}`);
  await Promise.all([
    tidy(clients.links, "payment_links"),
    tidy(clients.log, "link_sightings, audit_events, audit_seals"),
  ]);
  const [largest] = made;
  console.log(
    `${options.merchants} merchants with ${options.links} links, ${progress.perSecond} links a second.`,
  );
  console.log(`The largest is at ${env().APP_URL}/m/${largest?.merchant.slug}`);
  console.log(
    `Sign in as   ${largest?.members[0]?.email}\nPassword     ${password}  (everybody's, shown only now)`,
  );
}

type Run = { passwordHash: string; progress: Progress; until: number; ahead: WriteAhead };

/** Resolves when all is made up; the last of it may still be waiting to be written. */
async function writeOne(
  clients: Connections,
  sandbox: SeedSandbox,
  random: Random,
  { merchant, members, salesProfile, days, events }: MadeUpMerchant,
  { passwordHash, progress, until, ahead }: Run,
): Promise<void> {
  const owner = members[0];
  if (!owner) return;
  const { links: client } = clients;
  // With random values of its own, because nobody knows what else is being made up while it writes.
  const log = new LogWriter(merchant.id, new Random(random.whole(0, 2 ** 31)));
  const text = await sandbox.openAccount();
  await ahead.write(async () => {
    await writePeople(client, members, passwordHash);
    await inMerchant(client, merchant.id, async () => {
      await writeMerchant(client, merchant, members);
      const key = { id: salesProfile.apiKeyId, mode: "sandbox", text, connectedById: owner.id } as const;
      await writeKey(client, merchant.id, {
        ...key,
        connectedAt: merchant.createdAt,
        syncedAt: until,
        links: salesProfile.links,
      });
      await log.write(client, events(text.slice(-4)));
    });
  });
  const times = salesTimes(random, { count: salesProfile.links, days, until, timeZone: merchant.timeZone });
  for (let first = 0; first < times.length; first += batch) {
    const made: MadeUpLink[] = [];
    for (const [index, at] of times.subarray(first, first + batch).entries()) {
      made.push(madeUpLink(random, salesProfile, first + index, at));
      if (index % slice === 0) await setImmediate();
    }
    const insert = insertLinks(
      merchant.id,
      made.map(({ link }) => link),
    );
    await ahead.write(async () => {
      await writeBatch(clients, log, { merchantId: merchant.id, made, insert });
      progress.add(made.length);
    });
  }
}

type Batch = { merchantId: string; made: readonly MadeUpLink[]; insert: pg.QueryConfig };

/** Neither connection commits before both have written everything. */
async function writeBatch(
  clients: Connections,
  log: LogWriter,
  { merchantId, made, insert }: Batch,
): Promise<void> {
  const writeRest = async () => {
    await writeUpstreamRecords(
      clients.log,
      merchantId,
      made.map(({ link }) => link),
    );
    await log.write(
      clients.log,
      made.flatMap(({ events }) => events),
    );
  };
  await inMerchantPastStates(clients.links, merchantId, () =>
    inMerchant(clients.log, merchantId, async () => {
      await Promise.all([clients.links.query(insert), writeRest()]);
    }),
  );
}

/** The number of links for each merchant: a few have most of them, as among real merchants. */
function shareOut({ merchants, links }: FillOptions): number[] {
  const sums = toSums(Array.from({ length: merchants }, (_, rank) => 1 / (rank + 1) ** 0.8));
  const all = sums[merchants - 1] ?? 1;
  const upTo = Array.from(sums, (sum) => Math.round((sum / all) * links));
  return upTo.map((sum, index) => sum - (upTo[index - 1] ?? 0));
}

async function refuseTwice(client: pg.Client, made: MadeUpMerchant[], seed: number): Promise<void> {
  const ids = made.flatMap(({ members }) => members.slice(0, 1).map(({ id }) => id));
  const found = await client.query("SELECT FROM users WHERE id = ANY($1::uuid[]) LIMIT 1", [ids]);
  if (found.rowCount === 0) return;
  throw new CliError(
    `--seed ${seed}: its merchants are in this database already; another number adds others.`,
  );
}
