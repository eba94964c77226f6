import { compareClocks } from "@/lib/core/elsewhere";
import { addDays } from "@/lib/core/local-moment";
import { clockIn } from "@/lib/core/local-time";
import { remember } from "@/lib/core/remember";
import { momentFormat } from "@/lib/i18n/format-moment";
import type { useTranslations } from "@/lib/i18n/translations";

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
/** Locales come from browsers. */
const mostLocales = 500;

const dayWords = remember(mostLocales, (locale: string) => {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const word = (days: number) => capitalize(words.format(days, "day"), locale);
  return { today: word(0), yesterday: word(-1) };
});

export function createMoments({
  t,
  locale,
  timeZone,
  own,
  now = new Date(),
}: {
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
  const words = dayWords(locale);
  const named = new Map([
    [today, words.today],
    [addDays(today, -1), words.yesterday],
  ]);
  const days = new Map<string, string>();
  const write = (at: Date, style: Intl.DateTimeFormatOptions, zone = timeZone) =>
    momentFormat(locale, { ...style, timeZone: zone })(at);
  const compare = own === null ? null : compareClocks(timeZone, own);
  const toOwn = (at: Date) => {
    const found = compare?.(at);
    if (own === null || !found?.isOtherTime) return null;
    return write(at, { ...timeOfDay, ...(found.isOtherDay && { weekday: "short" }) }, own);
  };
  const toText = (at: Date, style = usual) => {
    const when = write(at, style);
    const yours = toOwn(at);
    return yours === null ? when : t("both", { when, yours });
  };
  const here = toOwn(now);
  return {
    toText,
    toTextToday: (at) => toText(at, toDate(at) === today ? { timeStyle: "short" } : usual),
    toTime: (at) => write(at, { timeStyle: "medium" }),
    toOwn,
    toDay: (at) => {
      const date = toDate(at);
      let day = days.get(date);
      if (day === undefined) {
        const word = named.get(date);
        const full = write(at, { dateStyle: "full" });
        day = word === undefined ? full : `${word} · ${full}`;
        days.set(date, day);
      }
      return day;
    },
    now: here === null ? null : { there: write(now, timeOfDay), here },
  };
}

function capitalize(word: string, locale: string): string {
  const [first = "", ...rest] = word;
  return first.toLocaleUpperCase(locale) + rest.join("");
}
