import type { CustomerLanguage } from "@/lib/core/customer-language";
import { asResolver, linkOfCode } from "@/lib/domain/payment-links/short/code-store";
import { readTogether } from "@/lib/platform/db";
import { readRow } from "@/lib/platform/statement";

/** Where a short address leads. */
export type Resolved =
  | { kind: "found"; url: string }
  | { kind: "none" }
  | (Whose & { kind: "expired" })
  | (Whose & {
      kind: "cancelled";
      /** The code of the link that replaces it. */
      leadsToCode: string | null;
    });

type Whose = { merchantName: string; customerLanguages: CustomerLanguage[] };

/**
 * Finds the link with a code, in one go to the database. A code that never was, and one of a merchant that is closed,
 * are told apart by nothing.
 */
export async function resolveCode(code: string): Promise<Resolved> {
  const statement = linkOfCode(code);
  const [, rows] = await readTogether(asResolver(code), statement.sql);
  const found = readRow(statement, rows);
  if (!found || found.isClosed || found.state !== "ready" || found.url === null) return { kind: "none" };
  const { merchantName, customerLanguages, leadsToCode, url } = found;
  const whose = { merchantName, customerLanguages };
  if (found.isCancelled) return { kind: "cancelled", ...whose, leadsToCode };
  return found.isExpired ? { kind: "expired", ...whose } : { kind: "found", url };
}
