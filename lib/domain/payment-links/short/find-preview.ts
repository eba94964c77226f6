import { asResolver } from "@/lib/domain/payment-links/short/code-store";
import { type LinkPreview, previewOfCode } from "@/lib/domain/payment-links/short/preview-store";
import { readTogether } from "@/lib/platform/db";
import { readRow } from "@/lib/platform/statement";

/** What messengers may show of the link with a code; null when there is none that can be paid. */
export async function findPreview(code: string): Promise<LinkPreview | null> {
  const statement = previewOfCode(code);
  const [, rows] = await readTogether(asResolver(code), statement.sql);
  return readRow(statement, rows);
}
