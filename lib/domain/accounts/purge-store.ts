import { db } from "@/lib/platform/db";

/**
 * Deletes sessions that were last used 30 days ago, long after they have ended. The latest of each person stays,
 * because it says when they were last here.
 * @returns how many there were, at most `limit`.
 */
export function deleteOldSessions(limit: number): Promise<number> {
  return db().$executeRaw`
    DELETE FROM sessions WHERE id IN (
      SELECT old.id FROM sessions old
      WHERE old.last_seen_at < now() - interval '30 days' AND EXISTS (
        SELECT FROM sessions later
        WHERE later.user_id = old.user_id
          AND (later.last_seen_at, later.id) > (old.last_seen_at, old.id)
      )
      LIMIT ${limit}
    )`;
}

export function deleteExpiredResets(limit: number): Promise<number> {
  return db().$executeRaw`
    DELETE FROM password_resets WHERE token_hash IN (
      SELECT token_hash FROM password_resets WHERE expires_at < now() LIMIT ${limit}
    )`;
}

export function deleteExpiredConfirmations(limit: number): Promise<number> {
  return db().$executeRaw`
    DELETE FROM email_confirmations WHERE token_hash IN (
      SELECT token_hash FROM email_confirmations WHERE expires_at < now() LIMIT ${limit}
    )`;
}
