import { getTranslations } from "@/lib/i18n/translations";
import type { DraftAnswer } from "@/lib/ui/offline/draft-answer";
import { noFile } from "@/lib/web/download";
import { offlineKeys } from "@/lib/web/offline-keys";
import { findMember, type MemberFailure } from "@/lib/web/require-member";
import { currentVisit } from "@/lib/web/session";
import { createFromDraft, draftSchema } from "./create-from-draft";

type Context = RouteContext<"/m/[merchant]/drafts">;

/**
 * Takes a link that was typed without a network. It is no server action, because the build of the page that sends it may
 * be older than this one, and an action's name is not. bin/process/guard-form.ts
 * refuses what other sites send.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const visit = await currentVisit();
  const found = await findMember((await params).merchant, "links:create", visit);
  const parsed = draftSchema.safeParse(await request.json().catch(() => null));
  // A page that another person left open sends theirs: nobody's links are made in somebody else's name.
  const isTheirs = visit.session !== null && parsed.data?.person === offlineKeys(visit.session).person;
  if (parsed.success && !isTheirs) return noFile("signed_out");
  if (found.ok) return reply(await createFromDraft(found.value, parsed.success ? parsed.data : null));
  return found.code === "signed_out" ? noFile(found.code) : paused(found.code);
}

async function paused(code: Exclude<MemberFailure, "signed_out">): Promise<Response> {
  const sentence = (await getTranslations("draftPaused"))(code);
  return reply({ outcome: "paused", sentence }, code === "not_found" ? 404 : 403);
}

function reply(answer: DraftAnswer, status = 200): Response {
  return Response.json(answer, { status, headers: { "cache-control": "no-store" } });
}
