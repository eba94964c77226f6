import { describe, expect, it } from "vitest";
import { slugFor } from "@/lib/core/slug";
import { seededRandom } from "@/tests/support/seeded-random";

const wellFormed = /^(?=.{3,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

describe("slugFor", () => {
  it.each([
    ["Café Luna", "cafe-luna"],
    ["  PANADERÍA   Ñandú & Hijos, S.A. ", "panaderia-nandu-hijos-s-a"],
    ["Łódź Straße Ærø", "lodz-strasse-aero"],
    ["O'Brien’s", "obriens"],
    ["3 Hermanos", "3-hermanos"],
    ["日本 Café", "cafe"],
    ["ＡＢＣ", "abc"],
    ["--- a.b.c ---", "a-b-c"],
    ["Istanbul İş", "istanbul-is"],
    ["../../etc/passwd", "etc-passwd"],
  ])("makes %s into %s", (name, slug) => {
    expect(slugFor(name)).toBe(slug);
  });

  it("cuts a long name between words, and a long word anywhere", () => {
    expect(slugFor("Distribuidora de repuestos automotrices del Pacífico")).toBe(
      "distribuidora-de-repuestos-automotrices",
    );
    expect(slugFor("x".repeat(90))).toBe("x".repeat(40));
    expect(slugFor(`${"x".repeat(40)} yz`)).toBe("x".repeat(40));
  });

  it.each(["日本料理", "", "   ", "!!!", "🍕", "кафе"])("gives %j a random readable one", (name) => {
    expect(slugFor(name)).toMatch(/^[a-z]{6}-[a-z]{4}$/);
    expect(slugFor(name)).not.toBe(slugFor(name));
  });

  it.each(["New", "API", "m", "Login", "Á", "Oh"])("does not give %s away as it is", (name) => {
    expect(slugFor(name)).toMatch(new RegExp(`^${name.toLowerCase().replace("á", "a")}-[a-z]{4}$`));
  });

  it("is well formed for any text", () => {
    const random = seededRandom(7);
    const alphabet = ["a", "Z", "9", "-", " ", "é", "ß", "İ", "ﬁ", "½", "日", "🍕", "\u0000", "\ud800", "'"];
    for (let n = 0; n < 5_000; n++) {
      const length = Math.floor(random() * 60);
      const name = Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
      expect(slugFor(name), JSON.stringify(name)).toMatch(wellFormed);
    }
  });
});
