import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { merchantPaths, paths } from "@/lib/core/paths";
import { listMemberships } from "@/lib/domain/members/find-membership";
import { may } from "@/lib/domain/members/permissions";
import { cookieName } from "@/lib/platform/cookie-name";
import { requirePerson } from "@/lib/web/session";

/** Redirects to the merchant that was used last, or to the only one; otherwise to the list. */
export default async function HomePage(): Promise<never> {
  const person = await requirePerson();
  const memberships = await listMemberships(person.id);
  const last = (await cookies()).get(cookieName("merchant"))?.value;
  const one =
    memberships.find(({ merchant }) => merchant.slug === last) ??
    (memberships.length === 1 ? memberships[0] : undefined);
  if (!one) redirect(paths.merchants);
  redirect(merchantPaths(one.merchant.slug)[may(one.role, "links:create") ? "newLink" : "links"]);
}
