import * as z from "zod";
import { customerLanguages } from "@/lib/core/customer-language";
import { modes } from "@/lib/core/mode";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z
  .object({
    name: z.string(),
    color: z.string(),
    timeZone: z.string(),
    defaultCurrency: z.string(),
    customerLanguages: z.array(z.enum(customerLanguages)),
    mode: z.enum(modes),
    amountMinor: z.coerce.number().nullable(),
    currency: z
      .string()
      .nullable()
      .transform((code): CurrencyCode | null => (code !== null && isCurrency(code) ? code : null)),
    description: z.string().nullable(),
    url: z.string(),
    version: z.string().nullable(),
    png: z.instanceof(Uint8Array).nullable(),
    width: z.number().nullable(),
    height: z.number().nullable(),
  })
  .transform(({ version, png, width, height, ...rest }) => ({
    ...rest,
    logo: version !== null && png && width && height ? { version, png, width, height } : null,
  }));

export type LinkPreview = z.output<typeof row>;

/** What may be shown of the link with this code before it is opened; only of one that can be paid. */
export function previewOfCode(code: string): Statement<LinkPreview> {
  const sql = Prisma.sql`
    SELECT merchant.name, merchant.color, merchant.time_zone AS "timeZone",
      merchant.default_currency AS "defaultCurrency", merchant.customer_languages::text[] AS "customerLanguages",
      link.mode, link.amount_minor AS "amountMinor", link.currency, link.description, link.url,
      logo.version, logo.png, logo.width, logo.height
    FROM payment_links link JOIN merchants merchant USING (merchant_id)
      LEFT JOIN merchant_logos logo USING (merchant_id)
    WHERE link.code = ${code} AND link.state = 'ready' AND link.url IS NOT NULL AND link.active IS NOT FALSE
      AND link.marked_paid_at IS NULL AND link.cancelled_at IS NULL
      AND (link.expires_at IS NULL OR link.expires_at > now()) AND merchant.disabled_at IS NULL
    LIMIT 1`;
  return { sql, row };
}
