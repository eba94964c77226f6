import { runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { inviteMember } from "@/lib/domain/invitations/invite-member";
import { pendingInvitations } from "@/lib/domain/invitations/list-invitations";
import { renewInvitation } from "@/lib/domain/invitations/renew-invitation";
import { queueLogger } from "@/lib/jobs/queue-logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { taskList } from "@/lib/jobs/tasks";
import { composeMail } from "@/lib/mail/compose-mail";
import { decryptMail, encryptMail } from "@/lib/platform/mail/encrypt-mail";
import type { Mail } from "@/lib/platform/mail/schema";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { startSmtp } from "@/tests/support/smtp";
import { accept, getToken, inviting, newAccount } from "@/tests/support/team";

const refusals: Record<string, number> = {};
const smtp = await startSmtp((to) => refusals[to]);
process.env.SMTP_URL = smtp.url;
process.env.APP_URL = "https://cobro.example";
process.env.LOG_LEVEL = "silent";
const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const pgPool = queuePool(url, 2);
await admin.connect();
afterAll(async () => {
  await Promise.all([admin.end(), pgPool.end(), smtp.close()]);
});

let merchant: TestMerchant;

beforeEach(async () => {
  smtp.received.length = 0;
  merchant = await newMerchant();
});

/** Does all waiting jobs once, as a worker would. */
function work(): Promise<void> {
  return runOnce({ pgPool, logger: queueLogger(), taskList: taskList(new AbortController().signal) });
}

type Job = { attempts: number; max_attempts: number; payload: string; last_error: string | null };

async function jobs(): Promise<Job[]> {
  const { rows } = await admin.query(
    "SELECT attempts, max_attempts, payload::text, locked_at, last_error FROM graphile_worker._private_jobs ORDER BY id",
  );
  return rows;
}

/** Waits until there is no job left. The queue stores what became of a job some time after `work`. */
function untilDone(): Promise<void> {
  return vi.waitFor(async () => expect(await jobs()).toEqual([]));
}

describe("an invitation by mail", () => {
  it("arrives in the reader's language, as text and as HTML, with a link that works", async () => {
    const guest = await newAccount();
    const request = { ...inviting(merchant), merchant: `Café <Luna> & "Sol"`, locale: "es-CR" };
    const sent = await inviteMember({ ...request, invite: { email: guest.email, role: "cashier" } });
    expect(sent).toMatchObject({ ok: true, value: { delivery: "mail" } });
    const link = sent.ok ? sent.value.link : "";
    const token = getToken(link);
    const [job] = await jobs();
    expect(job?.max_attempts).toBe(12);
    // The queue holds neither the token nor the address in plain text.
    expect(job?.payload).not.toContain(token);
    // Jobs may wait while Cobro is upgraded, so their fields keep their names.
    expect(Object.keys(JSON.parse(job?.payload ?? ""))).toEqual(expect.arrayContaining(["mailId", "sealed"]));
    expect(job?.payload).not.toContain(guest.email);

    await work();
    expect(smtp.received).toHaveLength(1);
    const [mail] = smtp.received;
    expect(mail?.to).toEqual([guest.email]);
    expect(mail?.headers).toContain(`Subject: Únase a Café <Luna> & "Sol" en Cobro`);
    expect(mail?.headers).toMatch(/^From: Cobro <no-reply@cobro\.example>$/m);
    expect(mail?.headers).toContain("Auto-Submitted: auto-generated");
    expect(mail?.text).toContain("Ana Rojas le invita");
    expect(mail?.text).toContain("Cajero");
    expect(mail?.text).toContain(link);
    expect(mail?.html).toContain(`<html lang="es-CR">`);
    expect(mail?.html).toContain("Café &lt;Luna&gt; &amp; &quot;Sol&quot;");
    expect(mail?.html).toContain(`href="${link}"`);
    expect(await accept(token, guest)).toMatchObject({ ok: true });
    await untilDone();
  });

  it("is not sent for a link that is to be passed on by hand", async () => {
    await inviteMember({ ...inviting(merchant), invite: { email: "a@example.com", role: "viewer" } });
    await work();
    const [pending] = await pendingInvitations(merchant.merchantId);
    const renewed = await renewInvitation({ ...inviting(merchant), id: pending?.id ?? "", byMail: false });
    expect(renewed).toMatchObject({ ok: true, value: { delivery: "by_hand" } });
    await work();
    expect(smtp.received).toHaveLength(1);
  });

  it("is tried again when the server cannot take it now, with the same link, and given up when it never will", async () => {
    const email = "full@example.com";
    refusals[email] = 452;
    await inviteMember({ ...inviting(merchant), invite: { email, role: "viewer" } });
    await work();
    await vi.waitFor(async () =>
      expect(await jobs()).toMatchObject([{ attempts: 1, locked_at: null, last_error: expect.any(String) }]),
    );
    delete refusals[email];
    await admin.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
    await work();
    expect(smtp.received.map(({ to }) => to)).toEqual([[email]]);
    await untilDone();

    refusals["nobody@example.com"] = 550;
    await inviteMember({ ...inviting(merchant), invite: { email: "nobody@example.com", role: "viewer" } });
    await work();
    await untilDone();
    expect(smtp.received).toHaveLength(1);
  });

  it("waits while the server does not take the portal's own address, which the operator can mend", async () => {
    refusals["no-reply@cobro.example"] = 553;
    await inviteMember({ ...inviting(merchant), invite: { email: "waits@example.com", role: "viewer" } });
    await work();
    await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ attempts: 1, locked_at: null }]));
    delete refusals["no-reply@cobro.example"];
    await admin.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
    await work();
    expect(smtp.received.map(({ to }) => to)).toEqual([["waits@example.com"]]);
    await untilDone();
  });

  it("is not sent when what it is for was not committed", async () => {
    await admin.query(
      "ALTER TABLE audit_events ADD CONSTRAINT broken CHECK (action <> 'member.invited') NOT VALID",
    );
    const attempt = inviteMember({
      ...inviting(merchant),
      invite: { email: "b@example.com", role: "viewer" },
    });
    await expect(attempt).rejects.toThrow();
    await admin.query("ALTER TABLE audit_events DROP CONSTRAINT broken");
    await untilDone();
  });
});

describe("an email", () => {
  const emailContent = {
    to: "eva@example.com",
    until: Date.now() + 60_000,
    link: "https://cobro.example/invite/x",
  };
  const invitation: Mail = {
    ...emailContent,
    template: "invitation",
    locale: "en",
    merchant: "Café Luna\r\nBcc: all@example.com",
    inviter: "<script>",
    role: "admin",
  };

  it("is decrypted only as the email that it was encrypted as", async () => {
    const [one, other] = [await encryptMail(invitation), await encryptMail(invitation)];
    expect(await decryptMail(one)).toEqual(invitation);
    await expect(decryptMail({ ...one, mailId: other.mailId })).rejects.toThrow(/cannot be decrypted/);
  });

  it("cannot carry more than its words", async () => {
    expect(composeMail(invitation).html).not.toContain("<script>");
    const payload = JSON.stringify(await encryptMail(invitation));
    await pgPool.query("SELECT graphile_worker.add_job('send-mail', $1::json)", [payload]);
    await work();
    expect(smtp.received[0]?.to).toEqual(["eva@example.com"]);
    expect(smtp.received[0]?.headers).not.toMatch(/^Bcc:/m);
  });

  it("that has lost its use is not sent", async () => {
    const payload = JSON.stringify(await encryptMail({ ...invitation, until: Date.now() - 1 }));
    await pgPool.query("SELECT graphile_worker.add_job('send-mail', $1::json)", [payload]);
    await work();
    await untilDone();
    expect(smtp.received).toEqual([]);
  });

  it.each(["en", "en-US", "es", "es-CR", "pt-BR", "xx", "es-mx-ar", "en-gb-oed", "not a locale"])(
    "is written in every locale: %s",
    (locale) => {
      for (const mail of [
        { ...invitation, locale },
        { ...emailContent, template: "passwordReset", locale, name: "Eva" } as const,
        { ...emailContent, template: "factorChange", locale, what: "changed" } as const,
        { ...emailContent, template: "factorChange", locale, what: "reset" } as const,
        { ...emailContent, template: "confirmEmail", locale } as const,
        {
          ...emailContent,
          template: "keyStopped",
          locale,
          merchant: "Sol",
          mode: "live",
          last4: "abcd",
        } as const,
      ]) {
        const { subject, text, html } = composeMail(mail);
        expect(subject).not.toMatch(/mail\.|undefined|\{/);
        expect(text).toContain(mail.link);
        expect(text).not.toMatch(/(keyMail|factorMail|mail)\.\w|\{/);
        expect(html).toContain(mail.link);
      }
    },
  );
});
