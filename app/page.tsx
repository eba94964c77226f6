import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { merchantPaths, paths } from "@/lib/core/paths";
import { listMemberships } from "@/lib/domain/members/find-membership";
import { may } from "@/lib/domain/members/permissions";
import { descriptionLength } from "@/lib/domain/payment-links/new-link/schema";
import { cookieName } from "@/lib/platform/cookie-name";
import { requirePerson } from "@/lib/web/session";

/**
 * Redirects to the merchant that was used last, or to the only one; otherwise to the list. An installed app also asks for
 * the history, and for a new link with a text that was shared with it.
 */
export default async function HomePage({ searchParams }: PageProps<"/">): Promise<never> {
  const person = await requirePerson();
  const memberships = await listMemberships(person.id);
  const last = (await cookies()).get(cookieName("merchant"))?.value;
  const one =
    memberships.find(({ merchant }) => merchant.slug === last) ??
    (memberships.length === 1 ? memberships[0] : undefined);
  if (!one) redirect(paths.merchants);
  const { open, text, title } = await searchParams;
  const to = merchantPaths(one.merchant.slug);
  if (open === "history" || !may(one.role, "links:create")) redirect(to.links);
  const shared = [text, title].find((given) => typeof given === "string" && given.trim() !== "");
  redirect(typeof shared === "string" ? to.newLinkFor(shared.slice(0, descriptionLength.max)) : to.newLink);
}
