import { encode } from "next-auth/jwt";
import pg from "pg";
import { cookieName } from "@/lib/platform/cookie-name";
import { insertMember } from "@/tests/fixtures/membership";
import { insertSession } from "@/tests/fixtures/session";

/**
 * Adds cashiers to a merchant.
 * @returns for each the `Cookie` header of a session on a device of their own.
 */
export async function addCashiers(
  { adminUrl, settings }: { adminUrl: string; settings: Record<string, string> },
  merchantId: string,
  count: number,
): Promise<string[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const cookies: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const user_id = await insertMember(admin, { merchant_id: merchantId, role: "cashier" });
    const sid = await insertSession(admin, { user_id });
    const token = await encode({ token: { sid }, secret: settings.NEXTAUTH_SECRET ?? "" });
    cookies.push(`${cookieName("session")}=${token}`);
  }
  await admin.end();
  return cookies;
}
