import pg from "pg";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { linkRows } from "@/tests/support/link-rows";

/**
 * Adds links to a merchant of a benchmark.
 * @returns their ids, newest first.
 */
export async function addLinks(
  adminUrl: string,
  { merchantId, userId, path: address }: { merchantId: string; userId: string; path: string },
  count: number,
): Promise<string[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const owner = {
    merchantId: mintMerchantId(merchantId),
    actor: { userId, ip: null },
    slug: address.slice(3),
  };
  const rows = Array.from({ length: count }, (_, at) => ({
    description: `Almuerzo del día para ${at} personas`,
    upstreamId: crypto.randomUUID(),
  }));
  const ids = await linkRows(admin)(owner, ...rows);
  await admin.end();
  return ids.reverse();
}
