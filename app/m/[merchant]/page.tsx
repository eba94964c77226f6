import { redirect } from "next/navigation";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { may } from "@/lib/domain/members/permissions";
import { requireMember } from "@/lib/web/require-member";

/** People who create links begin with a new one; people who only read begin with the history. */
export default async function MerchantPage({ params }: PageProps<"/m/[merchant]">): Promise<never> {
  const { merchant, role } = await requireMember((await params).merchant, "links:read");
  redirect(merchantPaths(merchant.slug)[may(role, "links:create") ? "newLink" : "links"]);
}
