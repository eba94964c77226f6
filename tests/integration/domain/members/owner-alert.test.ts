import { runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { connectSandbox } from "@/lib/domain/api-keys/connect-sandbox";
import { disconnectKey } from "@/lib/domain/api-keys/disconnect-key";
import { changeRole, leaveTeam, removeMember, transferOwnership } from "@/lib/domain/members/change-team";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { queueLogger } from "@/lib/jobs/queue-logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { taskList } from "@/lib/jobs/tasks";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { startTestSandbox } from "@/tests/support/sandbox";
import { startSmtp } from "@/tests/support/smtp";
import { newMember, type TestPerson } from "@/tests/support/team";

const smtp = await startSmtp();
const upstream = await startTestSandbox();
process.env.SMTP_URL = smtp.url;
process.env.APP_URL = "https://cobro.example";
process.env.PAYMENT_LINKS_API_URL = upstream.url;
process.env.SANDBOX_URL = upstream.url;
process.env.LOG_LEVEL = "silent";
const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const pgPool = queuePool(url, 2);
await admin.connect();
afterAll(() => Promise.all([admin.end(), pgPool.end(), smtp.close(), upstream.close()]));

let merchant: TestMerchant;
let owner: string;
let partner: TestPerson;

beforeEach(async () => {
  merchant = await newMerchant("Café Luna");
  owner = `${merchant.actor.userId}@example.com`;
  partner = await newMember(merchant, "owner");
  await sent();
});

/** What the worker emails now: the sentence that says what changed, by reader. */
async function sent(): Promise<Map<string, string>> {
  smtp.received.length = 0;
  await runOnce({ pgPool, logger: queueLogger(), taskList: taskList(new AbortController().signal) });
  return new Map(smtp.received.map(({ to, text }) => [to.join(), text.split(/\r?\n\r?\n/)[1] ?? ""]));
}

const readers = (found: Map<string, string>) => [...found.keys()].sort();
const both = () => [owner, partner.email].sort();

test("owners are emailed, each in their language, about each API key that is connected, replaced or disconnected", async () => {
  const account = await upstream.openAccount();
  const ending = account.key.slice(-4);
  await connectApiKey({ ...merchant, text: account.key });
  const connected = await sent();
  expect(readers(connected)).toEqual(both());
  expect(connected.get(owner)).toBe(`Ana Rojas connected an API key to Café Luna (Test, ends in ${ending}).`);
  expect(connected.get(partner.email)).toContain(`conectó una llave de API a Café Luna`);
  await connectApiKey({ ...merchant, text: account.key });
  expect((await sent()).get(owner)).toContain("replaced an API key of Café Luna");
  await disconnectKey({ ...merchant, mode: "test" });
  expect((await sent()).get(owner)).toContain("disconnected an API key of Café Luna");
});

test("nobody is written to about a practice key, nor about a change that was not made", async () => {
  await connectSandbox(merchant);
  await disconnectKey({ ...merchant, mode: "live" });
  const viewer = await newMember(merchant, "viewer");
  await sent();
  await changeRole({ ...merchant, userId: viewer.id, role: "cashier" });
  await removeMember({ ...merchant, userId: viewer.id });
  expect(await sent()).toEqual(new Map());
});

test("owners are emailed when somebody becomes one or stops being one, that person included", async () => {
  const deputy = await newMember(merchant, "admin");
  await sent();
  await changeRole({ ...merchant, userId: deputy.id, role: "owner" });
  const added = await sent();
  expect(readers(added)).toEqual(both());
  expect(added.get(owner)).toBe("Eva Mora is now an owner of Café Luna. Ana Rojas did this.");

  const taken = await removal(() => removeMember({ ...merchant, userId: deputy.id }));
  expect(readers(taken)).toEqual([...both(), deputy.email].sort());
  expect(taken.get(owner)).toBe("Eva Mora is no longer an owner of Café Luna. Ana Rojas did this.");

  await newMember(merchant, "owner");
  const invited = await sent();
  expect(invited.get(owner)).toContain("Eva Mora is now an owner of Café Luna");

  const left = await removal(() => leaveTeam({ ...merchant, actor: { userId: partner.id, ip: null } }));
  expect(left.get(partner.email)).toContain("Eva Mora ya no tiene el rol de dueño en Café Luna");

  const next = await newMember(merchant, "cashier");
  await sent();
  const transferred = await removal(() => transferOwnership({ ...merchant, userId: next.id }));
  expect(transferred.get(owner)).toBe("Ana Rojas transferred Café Luna to Eva Mora, who is now its owner.");
});

test.each([
  ["second_factor.passkey_added", "added a passkey"],
  ["second_factor.passkey_removed", "removed a passkey"],
  ["second_factor.app_added", "added an app for codes"],
  ["second_factor.app_removed", "removed the app for codes"],
  ["second_factor.reset", "removed the second factor of Eva Mora"],
] as const)("owners are emailed about %s of anybody in the team", async (action, sentence) => {
  const cashier = await newMember(merchant, "cashier");
  await sent();
  await recordForPerson(cashier.id, action, { by: "person", ip: null });
  const found = await sent();
  expect(readers(found)).toEqual(both());
  expect(found.get(owner)).toContain(sentence);
});

async function removal(change: () => Promise<{ ok: boolean }>): Promise<Map<string, string>> {
  expect(await change()).toMatchObject({ ok: true });
  return sent();
}
