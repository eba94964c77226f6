import type { CustomerLanguage } from "@/lib/core/customer-language";
import { asResolver, type FoundLink, linkOfCode } from "@/lib/domain/payment-links/short/code-store";
import { readTogether } from "@/lib/platform/db";
import { readRow } from "@/lib/platform/statement";

/** Where a short address leads. */
export type Resolved =
  /** `code` is that of the link that it leads to. */
  | { kind: "found"; url: string; code: string }
  /** The business says that it was paid. It can be paid nevertheless. */
  | (Whose & { kind: "marked"; url: string; code: string })
  | { kind: "none" }
  | (Whose & { kind: "expired" })
  | (Whose & {
      kind: "cancelled";
      /** The code of the link that replaces it. */
      leadsToCode: string | null;
    });

type Whose = { merchantName: string; customerLanguages: CustomerLanguage[] };

/**
 * Finds the link that a code leads to, in one go to the database; in two for a code that is pointed at another link. Where
 * that one's own code is pointed does not matter, so that nobody is led in a circle. A code that never was, and one of a
 * merchant that is closed, are told apart by nothing.
 */
export async function resolveCode(code: string): Promise<Resolved> {
  const own = await findByCode(code);
  if (!own?.pointsToCode) return toResolved(code, own);
  const other = await findByCode(own.pointsToCode);
  // Only ever at a link of the same business.
  return toResolved(own.pointsToCode, other?.merchantId === own.merchantId ? other : null);
}

async function findByCode(code: string): Promise<FoundLink | null> {
  const statement = linkOfCode(code);
  const [, rows] = await readTogether(asResolver(code), statement.sql);
  return readRow(statement, rows);
}

function toResolved(code: string, found: FoundLink | null): Resolved {
  if (!found || found.isClosed || found.state !== "ready" || found.url === null) return { kind: "none" };
  const { merchantName, customerLanguages, leadsToCode, url } = found;
  const whose = { merchantName, customerLanguages };
  if (found.isCancelled) return { kind: "cancelled", ...whose, leadsToCode };
  if (found.isExpired) return { kind: "expired", ...whose };
  return found.isMarked ? { kind: "marked", ...whose, url, code } : { kind: "found", url, code };
}
