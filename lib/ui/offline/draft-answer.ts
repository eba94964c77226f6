/** What the portal answers to a draft. */
export type DraftAnswer =
  | { outcome: "made" | "unconfirmed"; path: string }
  /** Nothing was created. With a `path`, the intent had created another link before. */
  | { outcome: "refused"; sentence: string; path?: string }
  /** Nothing was created, and the intent is used up. `isPaused` when others would be rejected for the same reason. */
  | { outcome: "rejected"; sentence: string; isPaused: boolean }
  /** Nothing was created, for a reason that all drafts of the business have in common. */
  | { outcome: "paused"; sentence: string }
  | { outcome: "later" };

const outcomes = ["made", "unconfirmed", "refused", "rejected", "paused", "later"];

/** A network's own page may answer in place of the portal. */
export async function readAnswer(response: Response): Promise<DraftAnswer | null> {
  if (
    ![200, 403, 404].includes(response.status) ||
    !response.headers.get("content-type")?.startsWith("application/json")
  )
    return null;
  const json: unknown = await response.json().catch(() => null);
  return isDraftAnswer(json) ? json : null;
}

function isDraftAnswer(json: unknown): json is DraftAnswer {
  if (typeof json !== "object" || json === null || !("outcome" in json)) return false;
  return outcomes.some((outcome) => outcome === json.outcome);
}
