import { encode } from "next-auth/jwt";
import pg from "pg";
import { figure } from "@/tests/bench/support/figure";
import type { Revocation } from "@/tests/bench/support/revocations";
import { sizes } from "@/tests/bench/support/sizes";
import { insertSession } from "@/tests/fixtures/session";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { startTestPortal, type TestPortal, teardown } from "@/tests/support/portal";

// Sessions that are ended in every way there is, some of them begun by a PIN on a shared till. Each opens a page, is
// ended, and asks for the page again at once: that must be refused.

const { sessions, clients } = sizes({ sessions: 200, clients: 4 }, { sessions: 1_000, clients: 4 });

try {
  const portal = await startTestPortal();
  // What ends sessions runs in this process, as the portal's own code, and reads these.
  Object.assign(process.env, portal.settings, { LOG_LEVEL: "error" });
  const admin = new pg.Pool({ connectionString: portal.adminUrl, max: clients });
  await bench(portal, admin).finally(() => admin.end());
} finally {
  await teardown();
}
process.exit();

async function bench(portal: TestPortal, admin: pg.Pool): Promise<void> {
  const { revocations } = await import("@/tests/bench/support/revocations");
  const names = Object.keys(revocations);
  const refused = new Map(names.map((name) => [name, { refused: 0, of: 0 }]));
  let byPin = 0;
  let at = 0;
  const client = async () => {
    for (let n = at++; n < sessions; n = at++) {
      const [name = "", revocation] = Object.entries(revocations)[n % names.length] ?? [];
      const tally = refused.get(name);
      if (!tally || !revocation) throw new Error(`no way ${n}`);
      const isByPin = revocation.begun === "by PIN" || (revocation.begun === "either" && n % 2 === 0);
      const opened = await open(portal, admin, { revocation, isByPin });
      await revocation.end({ ...opened, admin });
      tally.of += 1;
      if (isByPin) byPin += 1;
      if (await isRefused(opened, revocation)) tally.refused += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  for (const [name, { refused: count, of }] of refused) console.log(`  ${name}: ${count} of ${of} refused`);
  const all = [...refused.values()].reduce((sum, tally) => sum + tally.refused, 0);
  const what = `sessions refused on their next request, ended in ${names.length} ways, ${byPin} of them by PIN`;
  figure({ what, value: all, floor: sessions, isMet: all === sessions });
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Somebody of a new business with a page open, in a session that their password or their PIN has begun. */
async function open(
  portal: TestPortal,
  admin: pg.Pool,
  { revocation, isByPin }: { revocation: Revocation; isByPin: boolean },
) {
  const { newTeam } = await import("@/tests/bench/support/revocations");
  const team = await newTeam(revocation.role);
  const isOnTill = isByPin || revocation.begun === "on a till";
  const client = await admin.connect();
  const sessionId = await insertSession(client, {
    user_id: team.person.id,
    ...(isOnTill && { till_merchant_id: team.merchant.merchantId, till_device_id: team.till.deviceId }),
    ...(isByPin && { pin_id: team.pinId }),
  }).finally(() => client.release());
  const http = new HttpVisitor(portal.url);
  const prefix = (await sessionCookieName()).replace(/session$/, "");
  const secret = portal.settings.NEXTAUTH_SECRET ?? "";
  http.holdCookie(`${prefix}session`, await encode({ token: { sid: sessionId }, secret }));
  if (isOnTill) http.holdCookie(`${prefix}till`, team.token);
  const page = `/m/${team.merchant.slug}/${revocation.page ?? "links"}`;
  const before = await http.request(page);
  const body = await before.text();
  if (before.status !== 200)
    throw new Error(`not open before: ${before.status} ${page} ${body.slice(0, 200)}`);
  return { ...team, sessionId, http, page };
}

async function sessionCookieName(): Promise<string> {
  const { cookieName } = await import("@/lib/platform/cookie-name");
  return cookieName("session");
}

/** The next request is sent to the sign-in page or the lock screen, or told that there is no such page for them. */
async function isRefused({ http, page }: Opened, { refusedWith = [307] }: Revocation): Promise<boolean> {
  const answer = await http.request(page);
  await answer.body?.cancel();
  return refusedWith.includes(answer.status);
}
