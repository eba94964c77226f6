import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { getMessages } from "@/lib/i18n/messages/catalogue";
import { createMoments } from "@/lib/ui/moments/create-moments";

type Place = { language?: "en" | "es" | "pt"; timeZone?: string; own?: string | null; now?: string };

function momentsIn({ language = "en", timeZone = "America/Costa_Rica", own = null, now = "" }: Place) {
  const messages = getMessages(language);
  return createMoments({
    t: createTranslator({ locale: language, messages, namespace: "zone" }),
    ...{ locale: language, timeZone, own },
    ...(now !== "" && { now: new Date(now) }),
  });
}

/** Spaces before a. m. are narrow ones. */
const plain = (text: string | null | undefined) => text?.replace(/\s/g, " ") ?? null;
const said = (place: Place, at: string) => plain(momentsIn(place).toText(new Date(at)));
const own = (place: Place, at: string) => plain(momentsIn(place).toOwn(new Date(at)));

describe("a moment", () => {
  const at = "2026-11-29T23:41:00Z";

  test("is the business's alone for whoever is on its clock, and for a browser that has not said where it is", () => {
    for (const place of [{}, { own: "America/Costa_Rica" }, { own: "America/El_Salvador" }])
      expect(said(place, at)).toBe("Nov 29, 2026, 5:41 PM");
  });

  test.each([
    ["Europe/Madrid", "Mon 12:41 AM"],
    ["America/Bogota", "6:41 PM"],
    ["Asia/Kolkata", "Mon 5:11 AM"],
    ["Asia/Kathmandu", "Mon 5:26 AM"],
    ["Pacific/Kiritimati", "Mon 1:41 PM"],
    ["Pacific/Pago_Pago", "12:41 PM"],
  ])("is that of a person in %s as well", (zone, time) => {
    expect(said({ own: zone }, at)).toBe(`Nov 29, 2026, 5:41 PM (${time} where you are)`);
  });

  test.each([
    ["es", "29 nov 2026, 17:41 (lun, 0:41 donde usted está)"],
    ["pt", "29 de nov. de 2026, 17:41 (seg., 00:41 onde você está)"],
  ] as const)("in %s", (language, text) => {
    expect(said({ language, own: "Europe/Madrid" }, at)).toBe(text);
  });

  test("differs only as long as the two clocks do: one goes forward weeks before the other", () => {
    const place = { timeZone: "America/New_York", own: "America/Santo_Domingo" };
    expect([own(place, "2026-03-07T12:00:00Z"), own(place, "2026-03-09T12:00:00Z")]).toEqual([
      "8:00 AM",
      null,
    ]);
    const madrid = { timeZone: "America/New_York", own: "Europe/Madrid" };
    const noons = ["2026-03-07T17:00:00Z", "2026-03-20T16:00:00Z", "2026-04-02T16:00:00Z"];
    expect(noons.map((noon) => own(madrid, noon))).toEqual(["6:00 PM", "5:00 PM", "6:00 PM"]);
  });

  test("of today has no day", () => {
    const { toTextToday } = momentsIn({ own: "Europe/Madrid", now: "2026-11-30T05:00:00Z" });
    expect(plain(toTextToday(new Date(at)))).toBe("5:41 PM (Mon 12:41 AM where you are)");
    const { toTextToday: later } = momentsIn({ now: "2026-11-30T06:00:00Z" });
    expect(plain(later(new Date(at)))).toBe("Nov 29, 2026, 5:41 PM");
  });
});

describe("a day", () => {
  test.each([
    [
      "en",
      "Today · Sunday, November 29, 2026",
      "Yesterday · Saturday, November 28, 2026",
      "Friday, November 27, 2026",
    ],
    [
      "es",
      "Hoy · domingo, 29 de noviembre de 2026",
      "Ayer · sábado, 28 de noviembre de 2026",
      "viernes, 27 de noviembre de 2026",
    ],
    [
      "pt",
      "Hoje · domingo, 29 de novembro de 2026",
      "Ontem · sábado, 28 de novembro de 2026",
      "sexta-feira, 27 de novembro de 2026",
    ],
  ] as const)(
    "has a word in %s for today and yesterday of the business, wherever the person is",
    (language, ...days) => {
      // In Madrid and on Kiritimati it is the 30th already.
      for (const own of [null, "Europe/Madrid", "Pacific/Kiritimati"]) {
        const { toDay } = momentsIn({ language, own, now: "2026-11-30T05:59:00Z" });
        const evenings = ["2026-11-30T05:30:00Z", "2026-11-29T05:30:00Z", "2026-11-28T05:30:00Z"];
        expect(evenings.map((evening) => toDay(new Date(evening)))).toEqual(days);
      }
    },
  );

  test("of 23 or 25 hours is one day", () => {
    const { toDay } = momentsIn({ timeZone: "Europe/Madrid", now: "2026-10-25T22:59:00Z" });
    expect(
      ["2026-10-24T22:00:00Z", "2026-10-24T21:59:00Z"].map((at) => toDay(new Date(at)).split(" ")[0]),
    ).toEqual(["Today", "Yesterday"]);
  });
});

test("both clocks are told where they differ", () => {
  const now = "2026-11-29T23:41:00Z";
  const { now: both } = momentsIn({ own: "Europe/Madrid", now });
  expect([plain(both?.there), plain(both?.here)]).toEqual(["5:41 PM", "Mon 12:41 AM"]);
  expect(momentsIn({ own: "America/Guatemala", now }).now).toBeNull();
});
