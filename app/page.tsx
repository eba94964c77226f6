import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { listMemberships } from "@/lib/domain/members/find-membership";
import { may } from "@/lib/domain/members/permissions";
import { cookieName } from "@/lib/platform/cookie-name";
import { requirePerson } from "@/lib/web/session";

/** Straight to work in the merchant used last, or in the only one; whoever has to choose is asked. */
export default async function HomePage(): Promise<never> {
  const person = await requirePerson();
  const memberships = await listMemberships(person.id);
  const last = (await cookies()).get(cookieName("merchant"))?.value;
  const one =
    memberships.find(({ merchant }) => merchant.slug === last) ??
    (memberships.length === 1 ? memberships[0] : undefined);
  if (!one) redirect("/m");
  redirect(`/m/${one.merchant.slug}/links${may(one.role, "links:create") ? "/new" : ""}`);
}
