import { randomInt } from "node:crypto";
import pg from "pg";
import { afterAll, beforeEach, expect, it } from "vitest";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { createAccount } from "@/lib/domain/accounts/create-account";
import { rememberNetwork } from "@/lib/domain/accounts/known-network-store";
import type { Visitor } from "@/lib/domain/accounts/schema";
import { BusyError } from "@/lib/platform/fair-queue";
import { toNetwork } from "@/lib/platform/network-address";
import { whileCrowded } from "@/tests/support/crowded-passwords";
import { freshDatabase } from "@/tests/support/database";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const password = "correct horse battery";
const home = "192.0.2.10";
const tooMany = { ok: false, code: "too_many_sign_ins" };
const wrong = { ok: false, code: "wrong_credentials" };
let owner: { userId: string; email: string };
let signedIn: { ok: true; value: { userId: string } };

beforeEach(async () => {
  await admin.query("TRUNCATE rate_limits");
  const email = `${crypto.randomUUID()}@example.com`;
  const made = await createAccount({ name: "Ana", email, password }, "es", home);
  if (!made.ok) throw new Error(made.code);
  owner = { email, userId: made.value.userId };
  signedIn = { ok: true, value: { userId: owner.userId } };
  await rememberNetwork(owner.userId, toNetwork(home));
});

const at = (ip: string): Visitor => ({ ip, device: null });
const onOwnDevice = (ip: string, id: string = crypto.randomUUID()): Visitor => ({
  ip,
  device: { id, userIds: [crypto.randomUUID(), owner.userId] },
});
const signIn = (visitor: Visitor, typed = password) =>
  checkCredentials({ email: owner.email, password: typed }, visitor);

/** Guesses from each address in turn, some at a time, and answers how many were checked. */
async function guess(addresses: string[], rounds: number): Promise<number> {
  const turns = Array.from({ length: rounds }, () => addresses).flat();
  let checked = 0;
  const attack = async () => {
    for (let ip = turns.pop(); ip !== undefined; ip = turns.pop()) {
      const answer = await signIn(at(ip), `guess ${turns.length}`);
      if (!answer.ok && answer.code === "wrong_credentials") checked += 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, attack));
  return checked;
}

const crowd = Array.from({ length: 500 }, () => `${randomInt(1, 190)}.${randomInt(256)}.${randomInt(256)}.9`);

it("of guesses from 500 addresses few reach the password, and the owner signs in meanwhile", async () => {
  expect(await guess(crowd, 1)).toBeLessThanOrEqual(35);
  expect(await signIn(onOwnDevice(crowd[7] ?? ""))).toEqual(signedIn);
  expect(await signIn(at(home))).toEqual(signedIn);
  // From a network of which nothing is known, as soon as no other newcomer has been let in for a minute.
  await admin.query("UPDATE rate_limits SET window_ends_at = now() - interval '1 s' WHERE key LIKE '%:pace'");
  expect(await signIn(at("192.0.2.200"))).toEqual(signedIn);
});

it("a day of guesses that each wait for their minute stays below a hundred", async () => {
  const addresses = [...crowd.slice(0, 50), home, home, home];
  let checked = await guess([...addresses.slice(-25), ...Array(22).fill(home)], 1);
  for (const ip of addresses) {
    await admin.query(
      "UPDATE rate_limits SET window_ends_at = now() - interval '1 s' WHERE key LIKE '%:pace' OR key LIKE '%:900'",
    );
    checked += await guess([ip], 1);
  }
  const device = crypto.randomUUID();
  for (let turn = 0; turn < 25; turn++) {
    await admin.query(
      "UPDATE rate_limits SET window_ends_at = now() - interval '1 s' WHERE key LIKE '%:900'",
    );
    if ((await signIn(onOwnDevice("6.6.6.6", device), "guess")).ok === false) checked += 1;
  }
  // 25 outsiders, 30 newcomers, 20 from the owner's network; the 25 last are counted although 5 of them were refused.
  expect(checked - 5).toBeLessThanOrEqual(95);
  expect(checked - 5).toBeGreaterThan(60);
});

it("a browser that has signed in has a counter of its own, of ten, and a day's", async () => {
  const device = crypto.randomUUID();
  for (let turn = 0; turn < 10; turn++) {
    expect(await signIn(onOwnDevice(`198.51.100.${turn}`, device), "typo")).toEqual(wrong);
  }
  expect(await signIn(onOwnDevice(home, device))).toEqual(tooMany);
  expect(await signIn(at(home))).toEqual(signedIn);
  expect(await signIn(onOwnDevice(home))).toEqual(signedIn);
});

it("an attempt that finds no room to be checked does not count, for whoever makes it", async () => {
  for (const [visitor, asker] of [
    [onOwnDevice(home), home],
    [at("203.0.113.7"), "203.0.113.7"],
  ] as const) {
    await whileCrowded(toNetwork(asker), () => expect(signIn(visitor)).rejects.toThrow(BusyError));
  }
  // How much a browser asks for, and from how near, counts in any case.
  const { rows } = await admin.query(
    "SELECT key FROM rate_limits WHERE hits > 0 AND key LIKE $1 AND key !~ ':near:|:all$'",
    [`%${owner.email}%`],
  );
  expect(rows).toEqual([]);
  expect(await signIn(at("203.0.113.7"))).toEqual(signedIn);
});

it("a browser in which only others have signed in counts as an outsider", async () => {
  await guess(crowd.slice(0, 40), 2);
  const outsider = {
    ip: crowd[0] ?? "",
    device: { id: crypto.randomUUID(), userIds: [crypto.randomUUID()] },
  };
  expect(await signIn(outsider)).toEqual(tooMany);
});

it("a guest in the shop's network keeps nobody out of the browsers there", async () => {
  for (let turn = 0; turn < 12; turn++) await signIn(at(home), "guess");
  expect(await signIn(at(home))).toEqual(tooMany);
  await admin.query("UPDATE rate_limits SET hits = 100 WHERE key LIKE '%:all'");
  expect(await signIn(onOwnDevice(home))).toEqual(signedIn);
});

it("an IPv6 network counts as one address", async () => {
  for (let turn = 0; turn < 10; turn++) await signIn(at(`2001:db8:0:7::${turn}`), "guess");
  expect(await signIn(at("2001:db8:0:7:ffff::1"))).toEqual(tooMany);
  expect(await signIn(at("2001:db8:0:8::1"))).toEqual(signedIn);
});

it("an address without an account is limited in the same way", async () => {
  const nobody = (visitor: Visitor) =>
    checkCredentials({ email: "nobody@example.com", password: "guess" }, visitor);
  for (let turn = 0; turn < 10; turn++) expect(await nobody(at("203.0.113.9"))).toEqual(wrong);
  expect(await nobody(at("203.0.113.9"))).toEqual(tooMany);
  for (let turn = 0; turn < 15; turn++) expect(await nobody(at(`203.0.113.${20 + turn}`))).toEqual(wrong);
  expect(await nobody(at("203.0.113.99"))).toEqual(tooMany);
});
