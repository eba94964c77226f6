import { redirect } from "next/navigation";
import { may } from "@/lib/domain/members/permissions";
import { requireMember } from "@/lib/web/require-member";

/** Whoever makes links begins with a new one; whoever only looks begins with the history. */
export default async function MerchantPage({ params }: PageProps<"/m/[merchant]">): Promise<never> {
  const { merchant, role } = await requireMember((await params).merchant, "links:read");
  redirect(`/m/${merchant.slug}/links${may(role, "links:create") ? "/new" : ""}`);
}
