import { headers } from "next/headers";
import { cache } from "react";
import { findLiveSession, liveSession } from "@/lib/domain/accounts/live-session-store";
import { ownMembership } from "@/lib/domain/members/membership-store";
import { graceCutOff } from "@/lib/domain/members/schema";
import { merchantNews } from "@/lib/domain/payment-links/inbox/frame-store";
import { readTogether } from "@/lib/platform/db";
import { type Lookup, readRow } from "@/lib/platform/statement";
import { pathHeader, slugInPath } from "@/lib/web/address";
import { readSessionCookie } from "@/lib/web/session-cookie";

/**
 * What every page asks first: whose session this is, what they are in the merchant of the address, and what the frame
 * around the page says. It is asked for in one go, once a request, so that a session or a membership that has ended ends
 * at once. Null without a valid session; whether it is valid on a shared till is for `currentSessionOrPin` to say.
 */
export const readFrame = cache(async () => {
  const about = merchantNews();
  const asked = await ask({ statements: [about.sql], read: ([rows]) => readRow(about, rows) });
  return asked && { ...asked.frame, news: asked.found };
});

/**
 * The same for a form, without what the frame says, as the page after it asks for itself. What the form needs of its
 * merchant is asked for instead, and found only if the person is a member: it is for the caller to see what they may do.
 */
export async function readFrameOfForm<Found>(lookup: Lookup<Found> | null) {
  const asked = await ask(lookup);
  return asked && { ...asked, frame: { ...asked.frame, news: null } };
}

async function ask<Found>(lookup: Lookup<Found> | null) {
  const id = await readSessionCookie();
  if (id === null) return null;
  const slug = slugInPath((await headers()).get(pathHeader) ?? "");
  if (slug === null) {
    const session = await findLiveSession(id);
    return session && { frame: { session, slug, membership: null }, found: null };
  }
  const live = liveSession(id);
  const own = ownMembership(slug, graceCutOff());
  const answers = await readTogether(live.sql, own.sql, ...(lookup?.statements ?? []));
  const [ofSession, ofMembership, ...others] = answers;
  const session = readRow(live, ofSession);
  const membership = readRow(own, ofMembership);
  const found = lookup && membership ? lookup.read(others) : null;
  return session && { frame: { session, slug, membership }, found };
}
