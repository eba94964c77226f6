import { redirect } from "next/navigation";
import { merchantPaths } from "@/lib/core/paths";
import { may } from "@/lib/domain/members/permissions";
import { requireMember } from "@/lib/web/require-member";

/** Whoever makes links begins with a new one; whoever only looks begins with the history. */
export default async function MerchantPage({ params }: PageProps<"/m/[merchant]">): Promise<never> {
  const { merchant, role } = await requireMember((await params).merchant, "links:read");
  redirect(merchantPaths(merchant.slug)[may(role, "links:create") ? "newLink" : "links"]);
}
