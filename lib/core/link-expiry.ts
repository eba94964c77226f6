import { clockIn } from "@/lib/core/local-time";
import { fail, ok, type Result } from "@/lib/core/result";
import { startOfDay } from "@/lib/core/start-of-day";

/** When a link expires, as a business or a template says it of all its links: never, at the end of the day, after a time. */
export const usualExpiries = ["none", "day", "24h", "7d"] as const;
export type UsualExpiry = (typeof usualExpiries)[number];

/** The same, or the last day on which it can be paid (`2026-12-24`). */
export type LinkExpiry = UsualExpiry | { lastDay: string };

/** The fields of a form that say when a link expires. */
export type ExpiryField = "expiry" | "expiryDay";

export type ExpiryIssue = "expiry_day_malformed" | "expiry_day_past" | "expiry_day_far";

const hourMs = 3_600_000;
const farthestDays = 2 * 366;

/** Anything else is from another release, and never expires. */
export function readUsualExpiry(text: string | null): UsualExpiry {
  return usualExpiries.find((one) => one === text) ?? "none";
}

/** Reads the two fields. Undefined when the form has none, or leaves it to the business. */
export function readExpiry(
  { expiry, expiryDay }: Record<ExpiryField, string>,
  { timeZone, now = new Date() }: { timeZone: string; now?: Date },
): Result<LinkExpiry | undefined, { code: ExpiryIssue }> {
  if (expiry !== "date") return ok(usualExpiries.find((one) => one === expiry));
  const lastDay = expiryDay.trim();
  if (!isDay(lastDay)) return fail({ code: "expiry_day_malformed" });
  const today = dayAt(now, timeZone);
  if (lastDay < today) return fail({ code: "expiry_day_past" });
  if (startOfDay(lastDay, timeZone) > startOfDay(today, timeZone, farthestDays))
    return fail({ code: "expiry_day_far" });
  return ok({ lastDay });
}

/** The moment at which a link that is made now expires; null when it never does. */
export function toExpiresAt(
  expiry: LinkExpiry,
  { timeZone, now = new Date() }: { timeZone: string; now?: Date },
): Date | null {
  if (typeof expiry === "object") return startOfDay(expiry.lastDay, timeZone, 1);
  switch (expiry) {
    case "none":
      return null;
    case "day":
      return startOfDay(dayAt(now, timeZone), timeZone, 1);
    case "24h":
      return new Date(now.getTime() + 24 * hourMs);
    case "7d":
      return new Date(now.getTime() + 7 * 24 * hourMs);
  }
}

function dayAt(moment: Date, timeZone: string): string {
  return clockIn(timeZone).toDateAndTime(moment).slice(0, 10);
}

/** Whether it is a day of the calendar, which the 30th of February is not. */
function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}
