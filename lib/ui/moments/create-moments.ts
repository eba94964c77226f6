import type { useFormatter, useTranslations } from "next-intl";
import { compareClocks } from "@/lib/core/elsewhere";
import { addDays } from "@/lib/core/local-moment";
import { clockIn } from "@/lib/core/local-time";

type Style = { dateStyle?: "medium"; timeStyle: "short" | "medium" };

/** Writes moments as the clock of a business shows them, and as a person's does who is somewhere else. */
export type Moments = {
  /** As the business's clock shows it, and behind it as the person's does where that is another time. */
  toText: (at: Date, style?: Style) => string;
  /** The time to the second on the business's clock alone, for rows under a heading that has the day. */
  toTime: (at: Date) => string;
  /** As `toText`, without its day where that is today. */
  toTextToday: (at: Date) => string;
  /** As the person's clock shows it; null where that is the same. */
  toOwn: (at: Date) => string | null;
  /** A day of the business, with a word for today and yesterday. */
  toDay: (at: Date) => string;
  /** What both clocks show now; null where that is the same. */
  now: { there: string; here: string } | null;
};

const timeOfDay = { hour: "numeric", minute: "2-digit" } as const;
const usual: Style = { dateStyle: "medium", timeStyle: "short" };

export function createMoments({
  format,
  t,
  locale,
  timeZone,
  own,
  now = new Date(),
}: {
  format: ReturnType<typeof useFormatter>;
  t: ReturnType<typeof useTranslations<"zone">>;
  locale: string;
  /** The business's. */
  timeZone: string;
  /** The person's; null when it is not known. */
  own: string | null;
  now?: Date;
}): Moments {
  const clock = clockIn(timeZone);
  const toDate = (at: Date) => clock.toDateAndTime(at).slice(0, 10);
  const today = toDate(now);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const named = new Map([
    [today, capitalize(words.format(0, "day"), locale)],
    [addDays(today, -1), capitalize(words.format(-1, "day"), locale)],
  ]);
  const compare = own === null ? null : compareClocks(timeZone, own);
  const toOwn = (at: Date) => {
    const found = compare?.(at);
    if (own === null || !found?.isOtherTime) return null;
    return format.dateTime(at, {
      ...timeOfDay,
      ...(found.isOtherDay && { weekday: "short" }),
      timeZone: own,
    });
  };
  const toText = (at: Date, style = usual) => {
    const when = format.dateTime(at, { ...style, timeZone });
    const yours = toOwn(at);
    return yours === null ? when : t("both", { when, yours });
  };
  const here = toOwn(now);
  return {
    toText,
    toTextToday: (at) => toText(at, toDate(at) === today ? { timeStyle: "short" } : usual),
    toTime: (at) => format.dateTime(at, { timeStyle: "medium", timeZone }),
    toOwn,
    toDay: (at) => {
      const day = format.dateTime(at, { dateStyle: "full", timeZone });
      const word = named.get(toDate(at));
      return word === undefined ? day : `${word} · ${day}`;
    },
    now: here === null ? null : { there: format.dateTime(now, { ...timeOfDay, timeZone }), here },
  };
}

function capitalize(word: string, locale: string): string {
  const [first = "", ...rest] = word;
  return first.toLocaleUpperCase(locale) + rest.join("");
}
