import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { listMemberships } from "@/lib/domain/members/find-membership";
import { may } from "@/lib/domain/members/permissions";
import { cookieName } from "@/lib/platform/cookie-name";
import { currentSession, requirePerson } from "@/lib/web/session";
import { readSharedText } from "@/lib/web/shared-text";

/**
 * Redirects to the merchant that was used last, or to the only one; otherwise to the list. An installed app also asks for
 * the history, and for a new link with a text that was shared with it.
 */
export default async function HomePage({ searchParams }: PageProps<"/">): Promise<never> {
  const query = await searchParams;
  const shared = readSharedText(query);
  // What was shared is still there after a sign-in.
  if (shared !== null && !(await currentSession())) redirect(paths.loginThen(paths.homeFor(shared)));
  const person = await requirePerson();
  const memberships = await listMemberships(person.id);
  const last = (await cookies()).get(cookieName("merchant"))?.value;
  const one =
    memberships.find(({ merchant }) => merchant.slug === last) ??
    (memberships.length === 1 ? memberships[0] : undefined);
  if (!one) redirect(shared === null ? paths.merchants : paths.merchantsFor(shared));
  const to = merchantPaths(one.merchant.slug);
  if (query.open === "history" || !may(one.role, "links:create")) redirect(to.links);
  redirect(shared === null ? to.newLink : to.newLinkFor(shared));
}
