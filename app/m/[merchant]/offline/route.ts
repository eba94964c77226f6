import { may } from "@/lib/domain/members/permissions";
import { listLatest } from "@/lib/domain/payment-links/history/list-latest";
import { isShareable, type PaymentLink, toShownState } from "@/lib/domain/payment-links/schema";
import type { LastSeen, SeenLink } from "@/lib/ui/offline/last-seen";
import { noFile } from "@/lib/web/download";
import { withAddresses } from "@/lib/web/link-address";
import { offlineKeys } from "@/lib/web/offline-keys";
import { findMember } from "@/lib/web/require-member";
import { currentVisit } from "@/lib/web/session";

type Context = RouteContext<"/m/[merchant]/offline">;

/** What a person's own browser stores of the merchant, to show it without a network. A shared till stores nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const visit = await currentVisit();
  const found = await findMember((await params).merchant, "links:read", visit);
  if (!found.ok) return noFile(found.code);
  const { session } = visit;
  const { merchant, view, role } = found.value;
  const headers = { "cache-control": "no-store" };
  if (!session || session.till) return new Response(null, { status: 204, headers });
  const { links, usedCurrencies } = await listLatest(view, merchant);
  const addressed = await withAddresses(links, { view, merchant });
  const { id, slug, name, mode, color, timeZone, linkExpiry } = merchant;
  const seen: LastSeen = {
    ...offlineKeys(session),
    asOf: new Date().toISOString(),
    merchant: {
      ...{ id, slug, name, mode, color, timeZone, linkExpiry },
      mayCreate: may(role, "links:create"),
    },
    usedCurrencies,
    links: addressed.map(toSeen),
  };
  return Response.json(seen, { headers });
}

function toSeen(link: PaymentLink): SeenLink {
  const { id, mode, amountMinor, currency, description, reference, expiresAt, createdAt } = link;
  const state = toShownState(link);
  return {
    ...{ id, mode, state, amountMinor, currency, description, reference },
    // What is marked as paid is not offered to the next customer.
    address: isShareable(link) && state === "open" ? link.address : null,
    expiresAt: expiresAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
