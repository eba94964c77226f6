import { runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { connectSandbox } from "@/lib/domain/api-keys/connect-sandbox";
import { listConnectedKeys } from "@/lib/domain/api-keys/list-keys";
import { noteKeyAnswer } from "@/lib/domain/api-keys/note-answer";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { queueLogger } from "@/lib/jobs/queue-logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { taskList } from "@/lib/jobs/tasks";
import { withMerchant } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant } from "@/tests/support/merchants";
import { startTestSandbox } from "@/tests/support/sandbox";
import { startSmtp } from "@/tests/support/smtp";
import { newMember } from "@/tests/support/team";

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

/** The emails that a worker sends now, by address. */
async function emails() {
  smtp.received.length = 0;
  await runOnce({ pgPool, logger: queueLogger(), taskList: taskList(new AbortController().signal) });
  return new Map(smtp.received.map((emailContent) => [emailContent.to.join(), emailContent]));
}

test("owners are told once, each in their language, that a key stopped working, and again only after it worked", async () => {
  const merchant = await newMerchant("Café <Luna>");
  const [spanish, former, locked] = [
    await newMember(merchant, "owner"),
    await newMember(merchant, "owner"),
    await newMember(merchant, "owner"),
  ];
  await newMember(merchant, "admin");
  await admin.query("UPDATE memberships SET removed_at = now() WHERE user_id = $1", [former.id]);
  await admin.query("UPDATE users SET disabled_at = now() WHERE id = $1", [locked.id]);
  const account = await upstream.openAccount();
  await connectApiKey({ ...merchant, text: account.key });
  const [key] = await listConnectedKeys(merchant.merchantId);
  const answered = (outcome: "key_refused" | "ok") =>
    withMerchant(merchant.merchantId, (tx) => noteKeyAnswer(tx, key?.id ?? "", { code: outcome }));
  // Everybody's invitation, and what the owner is told about new owners and the key.
  expect((await emails()).size).toBe(5);

  // The first refusal, as it really happens: when a link is created.
  await account.setFault({ fault: "refuse_401" });
  await createPaymentLink({
    ...merchant,
    mode: "test",
    intentId: crypto.randomUUID(),
    link: { amountMinor: 100, currency: "USD", description: "Coffee" },
  });
  const sent = await emails();
  const english = `${merchant.actor.userId}@example.com`;
  expect([...sent.keys()].sort()).toEqual([english, spanish.email].sort());
  const link = `https://cobro.example/m/${merchant.slug}/settings/api-keys`;
  const facts = [link, `ends in ${account.key.slice(-4)}`, "Generate New Key", "Café <Luna>"];
  for (const fact of facts) expect(sent.get(english)?.text).toContain(fact);
  expect(sent.get(english)?.html).toContain(`href="${link}"`);
  expect(sent.get(english)?.html).toContain("Café &lt;Luna&gt;");
  expect(sent.get(english)?.headers).toContain(
    "Subject: 4Geeks no longer accepts the API key of Café <Luna>",
  );
  expect(sent.get(spanish.email)?.text).toContain(`termina en ${account.key.slice(-4)}`);
  for (const { text, html } of sent.values()) expect(text + html).not.toContain(account.key);

  await answered("key_refused");
  await answered("key_refused");
  expect(await emails()).toEqual(new Map());
  await answered("ok");
  expect(await emails()).toEqual(new Map());
  await answered("key_refused");
  expect((await emails()).size).toBe(2);
});

test("nobody is written to about practice links", async () => {
  const merchant = await newMerchant();
  await connectSandbox(merchant);
  const [key] = await listConnectedKeys(merchant.merchantId);
  await withMerchant(merchant.merchantId, (tx) => noteKeyAnswer(tx, key?.id ?? "", { code: "key_refused" }));
  expect((await listConnectedKeys(merchant.merchantId))[0]?.failingSince).toEqual(expect.any(Date));
  expect(await emails()).toEqual(new Map());
});
