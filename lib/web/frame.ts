import { headers } from "next/headers";
import { cache } from "react";
import { findLiveSession, liveSession } from "@/lib/domain/accounts/live-session-store";
import { ownMembership } from "@/lib/domain/members/membership-store";
import { graceCutOff } from "@/lib/domain/members/schema";
import { merchantNews } from "@/lib/domain/payment-links/inbox/frame-store";
import { readTogether } from "@/lib/platform/db";
import { readRow } from "@/lib/platform/statement";
import { pathHeader, slugInPath } from "@/lib/web/address";
import { readSessionCookie } from "@/lib/web/session-cookie";

/**
 * What every page asks first: whose session this is, what they are in the merchant of the address, and what the frame
 * around the page says. It is asked for in one go, once a request, so that a session or a membership that has ended ends
 * at once. Null without a valid session; whether it is valid on a shared till is for `currentSessionOrPin` to say.
 */
export const readFrame = cache(() => ask([merchantNews()]));

/** The same for a form, without what the frame says: the page after it asks for itself. */
export const readFrameWithoutNews = () => ask([]);

async function ask(news: [ReturnType<typeof merchantNews>] | []) {
  const id = await readSessionCookie();
  if (id === null) return null;
  const slug = slugInPath((await headers()).get(pathHeader) ?? "");
  if (slug === null) {
    const session = await findLiveSession(id);
    return session && { session, slug, membership: null, news: null };
  }
  const live = liveSession(id);
  const own = ownMembership(slug, graceCutOff());
  const [about] = news;
  const answers = await readTogether(live.sql, own.sql, ...news.map(({ sql }) => sql));
  const [ofSession, ofMembership, ofNews] = answers;
  const session = readRow(live, ofSession);
  const membership = readRow(own, ofMembership);
  return session && { session, slug, membership, news: about && membership ? readRow(about, ofNews) : null };
}
