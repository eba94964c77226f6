import type { DraftAnswer } from "@/lib/ui/offline/draft-answer";
import { noFile } from "@/lib/web/download";
import { offlineKeys } from "@/lib/web/offline-keys";
import { findMember } from "@/lib/web/require-member";
import { currentVisit } from "@/lib/web/session";
import { createFromDraft, draftSchema } from "./create-from-draft";

type Context = RouteContext<"/m/[merchant]/drafts">;

/**
 * Takes a link that was typed without a network. It is no server action, because the build of the page that sends it may
 * be older than this one, and an action's name is not. proxy.ts refuses what other sites send.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const visit = await currentVisit();
  const found = await findMember((await params).merchant, "links:create", visit);
  if (!found.ok) return noFile(found.code);
  const parsed = draftSchema.safeParse(await request.json().catch(() => null));
  // A page that another person left open sends theirs: nobody's links are made in somebody else's name.
  const isTheirs = visit.session !== null && parsed.data?.person === offlineKeys(visit.session).person;
  if (parsed.success && !isTheirs) return noFile("signed_out");
  const answer: DraftAnswer = await createFromDraft(found.value, parsed.success ? parsed.data : null);
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}
