import { describe, expect, it } from "vitest";
import { type PadKey, pressKey } from "@/app/m/[merchant]/links/new/_create/key-press";
import { parseAmount } from "@/lib/money/money";
import { seededRandom } from "@/tests/support/seeded-random";

const named: Record<string, PadKey> = { ",": "mark", ".": "mark", "<": "back", o: "00", O: "000" };

/** `25O,5<` is 2, 5, 000, the decimal mark, 5, backspace. */
function typed(keys: string, { from = "", locale = "es-CR" } = {}): string {
  return [...keys].reduce(
    (text, key) =>
      pressKey(text, named[key] ?? (key as PadKey), locale, (amount) => parseAmount(amount, "CRC")),
    from,
  );
}

describe("the keypad", () => {
  it.each([
    ["25O", "25000"],
    ["12,5", "12,5"],
    ["12,505", "12,50"],
    ["12,o", "12,00"],
    ["1,5o", "1,50"],
    [",5", "0,5"],
    ["1,,5", "1,5"],
    ["0", "0"],
    ["005", "5"],
    ["O7", "7"],
    ["12<3", "13"],
    ["1,<5", "15"],
    ["<<", ""],
  ])("%s writes %s", (keys, text) => {
    expect(typed(keys)).toBe(text);
  });

  it("writes the decimal mark of the person's country, and goes on after any other", () => {
    expect(typed("1.5", { locale: "en-US" })).toBe("1.5");
    expect(typed("1.5", { locale: "es-MX" })).toBe("1.5");
    expect(typed("5", { from: "12.5" })).toBe("12.55");
  });

  it("takes no digit more than an amount can have", () => {
    expect(typed("9".repeat(20))).toBe("9".repeat(13));
    expect(typed("90071992547409,92")).toBe("90071992547409,92");
  });

  it("goes on from what was pasted in another style, and leaves alone what is no amount", () => {
    expect(typed("5", { from: "₡1 234" })).toBe("12345");
    expect(typed("5", { from: "1.234,5" })).toBe("1234,50");
    expect(typed("5", { from: "1.234" })).toBe("1.234");
    expect(typed("5", { from: "1'234.500" })).toBe("1'234.500");
    expect(typed("5", { from: "USD 100" })).toBe("USD 100");
    expect(typed("5", { from: "ten" })).toBe("ten");
    expect(typed("<", { from: "ten" })).toBe("te");
  });

  it("never writes what can be read in two ways", () => {
    const random = seededRandom(7);
    const keys = "0123456789,oO<";
    for (let round = 0; round < 300; round += 1) {
      let text = "";
      for (let press = 0; press < 12; press += 1) {
        text = typed(keys[Math.floor(random() * keys.length)] ?? "0", { from: text });
        const amount = parseAmount(text, "CRC");
        expect(amount.ok || ["empty", "zero", "not_a_number"].includes(amount.code), text).toBe(true);
      }
    }
  });
});
