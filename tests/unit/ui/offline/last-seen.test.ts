import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { payableAddress } from "@/app/offline/_shell/show-seen";
import { type LastSeen, nowFor, type SeenLink } from "@/lib/ui/offline/last-seen";

const hourMs = 3_600_000;
const trueNow = Date.parse("2026-11-29T12:00:00Z");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What a device has stored a moment ago, whose clock is wrong by so much. */
function seenWith(wrongByMs: number): LastSeen {
  vi.setSystemTime(trueNow + wrongByMs);
  return {
    ...{ owner: "o", person: "p", asOf: new Date(trueNow).toISOString(), storedAt: Date.now() },
    merchant: {
      ...{ id: "1", slug: "cafe", name: "Café", mode: "live", color: "#000000", timeZone: "UTC" },
      ...{ linkExpiry: "none", mayCreate: true },
    },
    ...{ usedCurrencies: ["USD"], links: [] },
  };
}

const link: SeenLink = {
  ...{ id: "1", mode: "live", state: "open", amountMinor: 500, currency: "USD", description: "Bread" },
  ...{ reference: null, address: "https://pay.example/1", createdAt: new Date(trueNow).toISOString() },
  expiresAt: new Date(trueNow + hourMs).toISOString(),
};

test.each([
  ["right", 0],
  ["a month ahead", 30 * 24 * hourMs],
  ["a year behind", -365 * 24 * hourMs],
])("a clock that is %s ends a link when the portal does", (_name, wrongByMs) => {
  const seen = seenWith(wrongByMs);
  expect(nowFor(seen)).toBe(trueNow);
  expect(payableAddress(link, seen)).toBe(link.address);
  vi.advanceTimersByTime(hourMs);
  expect(payableAddress(link, seen)).toBeNull();
});

test("what a release before has stored goes by the device's clock", () => {
  const { storedAt: _, ...earlier } = seenWith(2 * hourMs);
  expect(payableAddress(link, earlier)).toBeNull();
});
