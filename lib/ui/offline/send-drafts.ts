import { merchantPaths } from "@/lib/core/merchant-paths";
import { readAnswer } from "@/lib/ui/offline/draft-answer";
import { draftsChannel, listDrafts, type OfflineDraft, saveDraft } from "@/lib/ui/offline/drafts";
import { isOwnSentence } from "@/lib/ui/offline/own-sentence";
import { forgetSeen } from "@/lib/ui/offline/seen";

/** Why the queue has stopped. */
export type Halt =
  | { why: "done" }
  /** Another tab is sending them. */
  | { why: "elsewhere" }
  /** No network, or somebody is busy. */
  | { why: "later"; retryAfterMs: number | null }
  | { why: "signedOut" }
  /** Something that is no draft's own fault, such as a key that 4Geeks no longer accepts: a sentence for each business. */
  | { why: "paused"; sentences: Map<string, string> };

/** What became of one draft: null when it has an outcome. The others of its business wait when it is paused. */
type Stop = Exclude<Halt, { why: "paused" }> | { why: "paused"; sentence: string } | null;

/**
 * Sends a person's drafts, one after the other, and in one tab at a time. Each has an intent of its own, so that one
 * whose answer was lost with a connection, a page or a process creates nothing twice.
 */
export async function sendDrafts(person: string): Promise<Halt> {
  return navigator.locks.request(draftsChannel, { ifAvailable: true }, async (lock): Promise<Halt> => {
    if (!lock) return { why: "elsewhere" };
    const sentences = new Map<string, string>();
    for (;;) {
      const waiting = (await listDrafts(person)).filter(({ status }) => status.kind === "waiting");
      const next = waiting.find(({ slug }) => !sentences.has(slug));
      if (!next) return sentences.size > 0 ? { why: "paused", sentences } : { why: "done" };
      const stop = await sendDraft(next);
      if (stop?.why === "paused") sentences.set(next.slug, stop.sentence);
      else if (stop) return stop;
    }
  });
}

async function sendDraft(draft: OfflineDraft): Promise<Stop> {
  const response = await post(draft).catch(() => null);
  if (!response) return { why: "later", retryAfterMs: null };
  if (isOwnSentence(response, [401])) {
    await forgetSeen();
    return { why: "signedOut" };
  }
  const answer = await readAnswer(response);
  if (!answer || answer.outcome === "later") return { why: "later", retryAfterMs: readRetryAfter(response) };
  if (answer.outcome === "paused") return { why: "paused", sentence: answer.sentence };
  // In place of an intent that is used up.
  const fresh = { ...draft, intentId: crypto.randomUUID() };
  if (answer.outcome === "refused")
    return answer.path ? refuse(fresh, answer.sentence, answer.path) : refuse(draft, answer.sentence);
  if (answer.outcome !== "rejected") {
    await saveDraft({ ...draft, status: { kind: answer.outcome, path: answer.path } });
    return null;
  }
  if (!answer.isPaused) return refuse(fresh, answer.sentence);
  await saveDraft(fresh);
  return { why: "paused", sentence: answer.sentence };
}

async function refuse(draft: OfflineDraft, sentence: string, path?: string): Promise<null> {
  await saveDraft({ ...draft, status: { kind: "refused", sentence, path } });
  return null;
}

async function post({ slug, person, business, mode, intentId, fields }: OfflineDraft): Promise<Response> {
  return fetch(merchantPaths(slug).drafts, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ person, business, mode, intentId, ...fields }),
    // To the sign-in page of somebody else's network, for example.
    redirect: "error",
    signal: AbortSignal.timeout(60_000),
  });
}

function readRetryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get("retry-after"));
  return seconds > 0 ? seconds * 1_000 : null;
}
