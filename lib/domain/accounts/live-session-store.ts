import * as z from "zod";
import { type SessionRow, sessionIdleMs } from "@/lib/domain/accounts/store";
import { offersPasskey } from "@/lib/domain/second-factors/list-passkeys";
import { readTogether } from "@/lib/platform/db";
import { roleName } from "@/lib/platform/role-name";
import { readRow, type Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z
  .object({
    id: z.string(),
    lastSeenAt: z.date(),
    provenAt: z.date(),
    createdAt: z.date(),
    secondFactorAt: z.date().nullable(),
    tillMerchantId: z.string().nullable(),
    tillDeviceId: z.string().nullable(),
    pinId: z.string().nullable(),
    userId: z.string(),
    email: z.string(),
    name: z.string(),
    locale: z.string().nullable(),
    offersPasskey: z.boolean(),
  })
  .transform(
    ({
      userId,
      email,
      name,
      locale,
      tillMerchantId: merchantId,
      tillDeviceId: deviceId,
      pinId,
      ...session
    }) => ({
      ...session,
      till: merchantId !== null && deviceId !== null ? { merchantId, deviceId, pinId } : null,
      person: { id: userId, email, name, locale },
    }),
  ) satisfies z.ZodType<SessionRow>;

export type LiveSession = z.output<typeof row>;

/**
 * The session if it is valid, and its person not disabled. The statements after it in the same transaction have the rights
 * of the role "app" on behalf of that person; without such a session, they see no merchant's rows.
 */
export function liveSession(id: string): Statement<LiveSession> {
  const usedSince = new Date(Date.now() - sessionIdleMs);
  const sql = Prisma.sql`
    SELECT s.id, s.last_seen_at AS "lastSeenAt", s.proven_at AS "provenAt", s.created_at AS "createdAt",
      s.second_factor_at AS "secondFactorAt", s.till_merchant_id AS "tillMerchantId",
      s.till_device_id AS "tillDeviceId", s.pin_id AS "pinId",
      u.id AS "userId", u.email, u.name, u.locale, ${offersPasskey(Prisma.sql`u.id`)} AS "offersPasskey",
      set_config('app.user_id', u.id::text, true), set_config('role', ${roleName("app")}, true)
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${id}::uuid AND s.revoked_at IS NULL AND s.expires_at > ${new Date()}::timestamptz
      AND s.last_seen_at > ${usedSince}::timestamptz AND u.disabled_at IS NULL`;
  return { sql, row };
}

/** The same alone. */
export async function findLiveSession(id: string): Promise<LiveSession | null> {
  const live = liveSession(id);
  const [rows] = await readTogether(live.sql);
  return readRow(live, rows);
}
