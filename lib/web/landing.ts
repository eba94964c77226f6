import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { listMemberships } from "@/lib/domain/members/find-membership";

/** Where a person begins after signing in: in their only business, or where they choose one or create it. */
export async function findLanding(userId: string): Promise<string> {
  const [only, ...others] = await listMemberships(userId);
  return only && others.length === 0 ? merchantPaths(only.merchant.slug).home : paths.merchants;
}
