import { noteKeyAnswer } from "@/lib/domain/api-keys/note-answer";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { cancelCorrected } from "@/lib/domain/payment-links/cancel/cancel-corrected";
import { undoMatch, writeMatch } from "@/lib/domain/payment-links/create/match-store";
import { removeExternal, writeOutcome } from "@/lib/domain/payment-links/create/outcome-store";
import type { LinkEvent } from "@/lib/domain/payment-links/create/schema";
import { takeOverNotes } from "@/lib/domain/payment-links/notes/notes-store";
import { readStoredMark, writeStoredMark } from "@/lib/domain/payment-links/paid/paid-store";
import { requestReconcile } from "@/lib/domain/payment-links/sync/request-sync";
import { recordOwnUpstreamLink } from "@/lib/domain/payment-links/sync/sync-store";
import type { MerchantTx } from "@/lib/platform/db";

type Follower = (tx: MerchantTx, event: LinkEvent) => Promise<void>;

/** Updates the key's health, whatever became of the link. When upstream refuses the key, its owners are emailed. */
const trackKeyHealth: Follower = async (tx, event) => {
  if (event.kind === "answered") await noteKeyAnswer(tx, event.link.apiKeyId, event.answer);
};

/** Writes the outcome into the link's row. Nothing else does. */
const writeLink: Follower = async (tx, event) => {
  switch (event.kind) {
    case "answered":
    case "matched": {
      const { link, outcome } = event;
      if (outcome === null) return;
      if (event.kind === "matched") await takeOverNotes(tx, link.id, event.from.id);
      const mark = event.kind === "matched" ? await readStoredMark(tx, event.from.id) : null;
      if (outcome.state === "ready") await removeExternal(tx, link.mode, outcome.upstreamId);
      await writeOutcome(tx, [link.id], outcome);
      if (event.kind === "matched") await writeMatch(tx, link.id, event.from);
      if (outcome.state === "ready") await cancelCorrected(tx, { id: link.id, actor: event.actor });
      if (mark) await writeStoredMark(tx, link.id, mark);
      return;
    }
    case "match_undone":
      await undoMatch(tx, event.link.id);
      return;
    case "interrupted":
      await writeOutcome(tx, event.linkIds, { state: "unknown", failureCode: "interrupted" });
      return;
    case "replaced":
      await writeOutcome(tx, [event.link.id], { state: "abandoned" });
  }
};

/** Tells the sync which upstream link is ours, and asks for a sync when an outcome is unknown. */
const informSync: Follower = async (tx, event) => {
  if (event.kind === "interrupted") await requestReconcile(tx, event.apiKeyId);
  if (event.kind === "match_undone") await requestReconcile(tx, event.link.apiKeyId);
  if (event.kind !== "answered") return;
  const { link, answer, outcome } = event;
  if (outcome?.state === "unknown") await requestReconcile(tx, link.apiKeyId, answer.retryAfterMs);
  if (outcome?.state !== "ready") return;
  const { upstreamId, url, active } = outcome;
  await recordOwnUpstreamLink(tx, { apiKeyId: link.apiKeyId, upstreamId, url, active });
};

const writeLog: Follower = async (tx, event) => {
  switch (event.kind) {
    case "answered": {
      const { link, actor, outcome } = event;
      if (outcome === null) return;
      const isReady = outcome.state === "ready";
      const action = isReady ? "link.created" : (`link.${outcome.state}` as const);
      const details = isReady ? {} : { code: outcome.failureCode ?? null };
      return recordEvent(tx, { actor, action, targetId: link.id, details });
    }
    case "interrupted":
      for (const targetId of event.linkIds) {
        const details = { code: "interrupted" };
        await recordEvent(tx, { actor: null, action: "link.unknown", targetId, details });
      }
      return;
    case "matched": {
      const { link, actor, outcome } = event;
      const details = { upstreamId: outcome.upstreamId };
      return recordEvent(tx, { actor, action: "link.adopted", targetId: link.id, details });
    }
    case "match_undone": {
      const { link, actor } = event;
      const details = { upstreamId: link.upstreamId };
      return recordEvent(tx, { actor, action: "link.match_undone", targetId: link.id, details });
    }
    case "replaced": {
      const { link, actor, newId } = event;
      return recordEvent(tx, { actor, action: "link.abandoned", targetId: link.id, details: { newId } });
    }
  }
};

const followers: readonly Follower[] = [trackKeyHealth, writeLink, informSync, writeLog];

/** Records what became of a link, with everything that follows from it, in one transaction. */
export const recordLinkEvent: Follower = async (tx, event) => {
  for (const follow of followers) await follow(tx, event);
};
