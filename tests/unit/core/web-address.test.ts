import { expect, test } from "vitest";
import { holdsAddress } from "@/lib/core/web-address";
import { signUpSchema } from "@/lib/domain/accounts/schema";
import { newMerchantSchema } from "@/lib/domain/merchants/schema";
import { startProcessorClock } from "@/tests/support/processor-clock";

test.each([
  ...[
    "evil.com",
    "see evil.com now",
    "EVIL.COM/x",
    "(evil.com)",
    "Win at evil.shop!",
    "evil.co.cr",
    "pago.es",
  ],
  ...[
    "www.evil",
    "http://x",
    "https:evil",
    "mailto:a@b",
    "a@b.co",
    "10.0.0.1",
    "x.com",
    "t.me/x",
    "bit.ly/abc",
  ],
  ...[
    "evil。com",
    "ｅｖｉｌ．ｃｏｍ",
    "evil\u2024com",
    "evil.xn--p1ai",
    "señal.mx",
    "münchen.de",
    "tienda.de",
  ],
])("%j holds an address", (name) => {
  expect(holdsAddress(name)).toBe(true);
});

const business = newMerchantSchema({ defaultCurrency: "CRC", timeZone: "America/Costa_Rica" });

const names = [
  ...[
    "Café St. John's",
    "St.John",
    "A.B.C. Store",
    "S.A.de C.V.",
    "S.de R.L.",
    "Ma.de los Ángeles",
    "Cia.de Pan",
  ],
  ...["Dr.Max", "J.R.R. Tolkien", "U.S.A.", "Luna & Co.", "D.J. Co", "Cía.Ltda.", "O'Neil's", "Sra.Pérez"],
  ...["Café @ Home", "@cafe.luna", "Pan y Café 24/7", "2x1 p.m.", "3.5 Litros", "No.5", "1.2.3", "¿Y qué?"],
];

test.each(names)("%j is a name", (name) => {
  expect(business.parse({ name, defaultCurrency: "", timeZone: "" }).name).toBe(name);
  expect(signUpSchema.parse({ name, email: "a@b.co", password: "long enough for all" }).name).toBe(name);
});

test.each([
  ["", "name_missing"],
  ["\u3164", "name_missing"],
  ["x".repeat(101), "name_too_long"],
  ["Ana\u202e", "name_unprintable"],
  ["Ana, evil.com", "name_has_address"],
])("the name %j is refused for %s, of a person and of a business", (name, code) => {
  const person = signUpSchema.safeParse({ name, email: "a@b.co", password: "long enough for all" });
  expect(person.error?.issues.map(({ message }) => message)).toEqual([code]);
  const { error } = business.safeParse({ name, defaultCurrency: "", timeZone: "" });
  expect(error?.issues.map(({ message }) => message)).toEqual([`business_${code}`]);
});

test.each(["a-".repeat(200), "a.".repeat(200), `${"a".repeat(400)}`, "1.".repeat(200), "a@".repeat(200)])(
  "a long text is soon read",
  (text) => {
    const usedMs = startProcessorClock();
    holdsAddress(text);
    expect(usedMs()).toBeLessThan(20);
  },
);
