import * as z from "zod";
import { customerLanguages } from "@/lib/core/customer-language";
import { usualExpiries } from "@/lib/core/link-expiry";
import { modes } from "@/lib/core/mode";
import { type Membership, roles } from "@/lib/domain/members/schema";
import { isSecureOrigin } from "@/lib/platform/cookie-name";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z
  .object({
    role: z.enum(roles),
    hasSeveral: z.boolean(),
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    mode: z.enum(modes),
    color: z.string(),
    defaultCurrency: z.string(),
    timeZone: z.string(),
    references: z.boolean(),
    cashiersOwnLinks: z.boolean(),
    shortAddresses: z.boolean(),
    tellsMarked: z.boolean(),
    linkExpiry: z.enum(usualExpiries),
    customerLanguages: z.array(z.enum(customerLanguages)),
    logoVersion: z.string().nullable(),
    secondFactorSince: z.date().nullable(),
  })
  .transform(({ role, hasSeveral, ...merchant }) => ({
    role,
    hasSeveral,
    merchant,
  })) satisfies z.ZodType<Membership>;

/**
 * The membership of the person whom the statement before found in the merchant with this slug, also a former one; and
 * whether they could choose another merchant: an open one, or one that `listClosed` lists. The statements after it see the
 * rows of that merchant.
 */
export function ownMembership(slug: string, deletedAfter: Date): Statement<z.output<typeof row>> {
  const own = Prisma.sql`user_id = NULLIF(current_setting('app.user_id', true), '')::uuid AND removed_at IS NULL`;
  const sql = Prisma.sql`
    SELECT membership.role, m.merchant_id AS id, m.slug, m.name, m.mode, m.color,
      m.default_currency AS "defaultCurrency", m.time_zone AS "timeZone", m.references_enabled AS "references",
      m.cashiers_own_links AS "cashiersOwnLinks",
      COALESCE(m.short_addresses, ${isSecureOrigin()}::boolean) AS "shortAddresses", m.link_expiry AS "linkExpiry", m.tells_marked AS "tellsMarked",
      m.customer_languages::text[] AS "customerLanguages",
      m.logo_version AS "logoVersion", m.second_factor_since AS "secondFactorSince",
      (SELECT count(*) > 1 FROM (
        SELECT FROM memberships JOIN merchants USING (merchant_id)
        WHERE ${own} AND (disabled_at IS NULL OR (role = 'owner' AND closed_by_id IS NOT NULL
          AND (deleted_at IS NULL OR deleted_at > ${deletedAfter}::timestamptz)))
        LIMIT 2
      ) AS several) AS "hasSeveral",
      set_config('app.merchant_id', m.merchant_id::text, true)
    FROM memberships membership JOIN merchants m USING (merchant_id)
    WHERE ${own} AND m.disabled_at IS NULL
      AND EXISTS (SELECT FROM merchant_slugs s WHERE s.merchant_id = m.merchant_id AND s.slug = ${slug})`;
  return { sql, row };
}
