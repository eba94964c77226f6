import {
  deleteAllPending,
  deletePending,
  findPending,
  insertPending,
} from "@/lib/domain/second-factors/pending-store";
import { hashToken, newToken } from "@/lib/platform/one-time-token";

/** How long somebody may take to find their code. */
export const pendingSeconds = 10 * 60;

/**
 * Remembers that somebody has typed the right password. The token goes into a cookie of this browser; with it one can
 * do nothing but show the second factor.
 */
export async function beginPendingSignIn(userId: string): Promise<string> {
  const { token, tokenHash } = newToken();
  await insertPending({ tokenHash, userId, expiresAt: new Date(Date.now() + pendingSeconds * 1_000) });
  return token;
}

/** Whose sign-in waits for its second factor; null for none, or one that took too long. */
export async function findPendingSignIn(token: string): Promise<string | null> {
  const tokenHash = hashToken(token);
  return tokenHash ? findPending(tokenHash) : null;
}

/** Ends it, so that it cannot be finished twice. */
export async function endPendingSignIn(token: string): Promise<boolean> {
  const tokenHash = hashToken(token);
  return tokenHash ? deletePending(tokenHash) : false;
}

/** Ends all of a person's, because their password has changed. */
export function endPendingSignIns(userId: string): Promise<void> {
  return deleteAllPending(userId);
}
