import * as z from "zod";
import { usualExpiries } from "@/lib/core/link-expiry";
import { chosenMerchant } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z
  .object({
    name: z.string().nullable(),
    references: z.boolean(),
    timeZone: z.string(),
    linkExpiry: z.enum(usualExpiries).catch("none"),
    linksPerHour: z.number().nullable(),
  })
  .transform(({ linksPerHour, ...settings }) => ({
    ...settings,
    linksPerHour: linksPerHour ?? env().LIMIT_LINKS_PER_HOUR,
  }));

export function settingsForCreation(): Statement<z.output<typeof row>> {
  const sql = Prisma.sql`
    SELECT CASE WHEN disabled_at IS NULL THEN name END AS name, references_enabled AS "references",
      time_zone AS "timeZone", link_expiry AS "linkExpiry", links_per_hour AS "linksPerHour"
    FROM merchants WHERE merchant_id = ${chosenMerchant}`;
  return { sql, row };
}
