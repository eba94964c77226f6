import { fail, ok, type Result } from "@/lib/core/result";
import { spendAppCode } from "@/lib/domain/second-factors/change-authenticator";
import { spendRecoveryCode } from "@/lib/domain/second-factors/renew-codes";
import type { CodeIssue } from "@/lib/domain/second-factors/schema";
import { isWithinLimit, resetLimits } from "@/lib/platform/rate-limits";

const attempts = { perCounter: 10, windowSeconds: 15 * 60 };

/**
 * Checks a code of the person's app, or a recovery code; both are used up by it. A guess is right 3 times in a million,
 * and unknown browsers have 10 for an account in a quarter of an hour.
 * @param device identifies a browser that this person has signed in with before: it has a counter of its own, so that
 *   nobody else can keep its owner out. Null for any other.
 */
export async function checkCode(
  userId: string,
  code: string,
  { ip, device }: { ip: string | null; device: string | null },
): Promise<Result<void, { code: CodeIssue }>> {
  const key = `code:${userId}:${device ?? "unknown"}`;
  if (!(await isWithinLimit(key, attempts.perCounter, attempts.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const isRight = (await spendAppCode(userId, code)) || (await spendRecoveryCode(userId, code, ip));
  if (!isRight) return fail({ code: "code_wrong" });
  await resetLimits([key]);
  return ok(undefined);
}
