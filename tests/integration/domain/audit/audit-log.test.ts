import { runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Query } from "@/lib/core/filters";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import { checkAuditFilters } from "@/lib/domain/audit/check-filters";
import { exportLog } from "@/lib/domain/audit/export-log";
import { auditPage, countEvents, type LogEvent } from "@/lib/domain/audit/read-log";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { type AuditEntry, auditActions, auditGroups, listActions } from "@/lib/domain/audit/schema";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { createMerchant } from "@/lib/domain/merchants/create-merchant";
import { queueLogger } from "@/lib/jobs/queue-logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { taskList } from "@/lib/jobs/tasks";
import { withMerchant } from "@/lib/platform/db";
import { newMerchantId } from "@/lib/web/require-member";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";
import { exportedText } from "@/tests/support/exported-text";
import { readableAudit } from "@/tests/support/filters";
import { anyPlace } from "@/tests/support/merchants";

const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const pgPool = queuePool(url, 2);
await admin.connect();
afterAll(() => Promise.all([admin.end(), pgPool.end()]));

const [luna, sol] = [newMerchantId(), newMerchantId()];
const [ana, email] = [crypto.randomUUID(), "ana@example.com"];
const zone = "America/Costa_Rica";

beforeAll(async () => {
  const password_hash = await hashPassword("the password");
  await insertUser(admin, { id: ana, email, name: "=Ana", password_hash });
  for (const [merchantId, name] of [
    [luna, "Luna"],
    [sol, "Sol"],
  ] as const) {
    const merchant = { ...anyPlace, name, timeZone: zone };
    await createMerchant({ merchantId, actor: { userId: ana, ip: "::1" }, merchant });
  }
});

describe("the groups", () => {
  it("hold every action once", () => {
    expect(auditGroups.flatMap(listActions).sort()).toEqual([...auditActions].sort());
  });
});

describe("the log", () => {
  it("is read in pages, newest first, each event once", async () => {
    for (let n = 0; n < 120; n++) await record({ targetId: String(n) });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const filters = readableAudit({ group: "links", ...(after && { after }) });
      const page = await auditPage(luna, filters, zone);
      expect(page.events.length).toBeLessThanOrEqual(50);
      seen.push(...page.events.map(({ targetId }) => targetId ?? ""));
      after = page.nextAfter;
    } while (after);
    expect(seen.length).toBe(120);
    expect(new Set(seen).size).toBe(120);
    expect(seen[0]).toBe("119");
  });

  it("shows one merchant's events only", async () => {
    const { events } = await auditPage(sol, {}, zone);
    expect(events.map(({ action }) => action)).toEqual(["merchant.created"]);
    expect(events[0]).toMatchObject({
      actor: { userId: ana, name: "=Ana" },
      ip: "::1",
      details: { slug: "sol" },
    });
  });

  it("is narrowed by what, who and when, in the merchant's own days", async () => {
    await record({ actor: null, action: "link.found" });
    expect((await auditPage(luna, { group: "settings" }, zone)).events).toHaveLength(1);
    expect((await auditPage(luna, { group: "exports" }, zone)).events).toHaveLength(0);
    expect((await auditPage(luna, { person: crypto.randomUUID() }, zone)).events).toHaveLength(0);
    const ours = await auditPage(luna, { person: ana }, zone);
    expect(ours.events.every(({ actorId }) => actorId === ana)).toBe(true);
    const day = (plus: number) =>
      new Date(Date.now() + plus * 86_400_000).toLocaleDateString("en-CA", { timeZone: zone });
    expect((await auditPage(luna, { from: day(0), to: day(0) }, zone)).events).toHaveLength(50);
    expect((await auditPage(luna, { to: day(-1) }, zone)).events).toHaveLength(0);
    expect((await auditPage(luna, { from: day(1) }, zone)).events).toHaveLength(0);
  });

  it.each<[Query, string[]]>([
    [{ group: "x" }, ["group not_in_list"]],
    [{ person: "1" }, ["person not_in_list"]],
    [{ from: "2026-13-01" }, ["from not_a_day"]],
    [{ to: "2026-1-5" }, ["to not_a_day"]],
    [{ to: ["2026-01-01", "2026-01-02"] }, ["to repeated"]],
    [{ from: "2026-01-02", to: "2026-01-01" }, ["from reversed"]],
    [{ after: "0" }, ["after no_such_page"]],
    [{ person: crypto.randomUUID() }, ["person not_in_list"]],
  ])("says of %j what cannot be read, and lets nothing through for it", async (query, said) => {
    const read = await checkAuditFilters(luna, query);
    expect(read.ok ? read.value : read.issues.map(({ name, code }) => `${name} ${code}`)).toEqual(said);
  });

  it("reads what it was given in other capitals, and empty fields as none", async () => {
    const query = { group: "KEYS", person: ana.toUpperCase(), from: "", to: " " };
    expect(await checkAuditFilters(luna, query)).toMatchObject({
      ok: true,
      value: { group: "keys", person: ana },
    });
  });

  it("is exported as a file in which no cell is a formula, and that is an event too", async () => {
    await record({ details: { note: "@SUM(1)" }, targetId: "=1+1" });
    const actor = { userId: ana, ip: "10.0.0.1" };
    const rows = exportLog({ merchantId: luna, actor, filters: {}, timeZone: zone });
    const text = await exportedText(rows, { timeZone: zone });
    const lines = text.trimEnd().split("\r\n");
    expect(lines[0]).toBe("\uFEFFat,time_zone,name,email,action,about,from,details,id,request");
    expect(lines).toHaveLength(1 + 1 + 120 + 1 + 1 + 1);
    expect(lines[1]).toContain(",'=Ana,ana@example.com,audit.exported,,'10.0.0.1,");
    expect(lines[2]).toContain(",'=1+1,");
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  it("counts what such a file has, and says each action as people read it where it is told how", async () => {
    const say = ({ action, actor }: LogEvent) => `${actor?.name}: ${action}`;
    const group = "exports";
    const rows = exportLog({
      merchantId: luna,
      actor: { userId: ana, ip: null },
      filters: { group },
      timeZone: zone,
      say,
    });
    const [head, ...lines] = (await exportedText(rows, { timeZone: zone })).trimEnd().split("\r\n");
    expect(head).toContain("action");
    expect(lines[0]).toContain(",=Ana: audit.exported,".replace("=", "'="));
    expect(await countEvents(luna, { group }, zone)).toBe(lines.length);
    expect(await countEvents(sol, { group }, zone)).toBe(0);
  });
});

describe("at the door", () => {
  it("a wrong password is told to each merchant of the person, without naming a culprit", async () => {
    const visitor = { ip: "10.9.9.9", device: null };
    expect(await checkCredentials({ email, password: "wrong" }, visitor)).toMatchObject({ ok: false });
    // Nothing differs for an address without an account until the worker records it, seconds later.
    expect((await auditPage(luna, { group: "sign_in" }, zone)).events).toEqual([]);
    await admin.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
    await runOnce({ pgPool, logger: queueLogger(), taskList: taskList(new AbortController().signal) });
    for (const merchantId of [luna, sol]) {
      expect((await auditPage(merchantId, { group: "sign_in" }, zone)).events).toMatchObject([
        { action: "session.refused", actor: null, ip: "10.9.9.9", target: { userId: ana } },
      ]);
    }
  });

  it("signing in and out is told to each merchant, and to none that they left", async () => {
    await recordForPerson(ana, "session.signed_in", { by: "person", ip: "10.0.0.2" });
    await admin.query("UPDATE memberships SET removed_at = now() WHERE merchant_id = $1", [sol]);
    await recordForPerson(ana, "session.signed_out", { by: "person", ip: "10.0.0.2" });
    const tracked = async (merchantId: typeof luna) =>
      (await auditPage(merchantId, { group: "sign_in" }, zone)).events.map(({ action }) => action);
    expect(await tracked(luna)).toEqual(["session.signed_out", "session.signed_in", "session.refused"]);
    expect(await tracked(sol)).toEqual(["session.signed_in", "session.refused"]);
  });
});

function record(given: Partial<AuditEntry>): Promise<void> {
  const entry: AuditEntry = { actor: { userId: ana, ip: "::1" }, action: "link.created", ...given };
  return withMerchant(luna, (tx) => recordEvent(tx, entry));
}
