import { describe, expect, it } from "vitest";
import { customerLanguages } from "@/lib/core/customer-language";
import { mailAddress, smsAddress, whatsappAddress } from "@/lib/core/share-addresses";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { customerLocale, customerMessage } from "@/lib/i18n/customer-message";

const url = "https://pay.example/link/plink_1?a=1&b=2";
const merchant = { name: "Café & Té", timeZone: "America/Costa_Rica", defaultCurrency: "CRC" };
const link: PaymentLink = {
  id: "01a20dc3-88ba-7080-af76-0d235bc4e0a5",
  mode: "live",
  state: "ready",
  origin: "portal",
  amountMinor: 2_500_000,
  currency: "CRC",
  description: "Dos cafés, 50% + IVA #1",
  reference: "K7Q4",
  url,
  upstreamId: "plink_1",
  active: true,
  failureCode: null,
  apiKeyId: "01a20dc3-88ba-7080-af76-0d235bc4e0a6",
  createdAt: new Date(),
  createdBy: null,
  isMatched: false,
  markedPaidAt: null,
  cancelledAt: null,
  expiresAt: null,
  pointsToCode: null,
  firstOpenedAt: null,
  lastOpenedAt: null,
  openedCount: 0,
  code: null,
  address: url,
};
const amount = /₡25\u00a0000,00/;

describe("what a customer is sent", () => {
  it("says what, how much, for whom and where, in the customer's language and the shop's country", () => {
    const spanish = customerMessage(link, url, { merchant, language: "es" });
    expect(spanish.whole.split("\n")).toEqual([
      expect.stringMatching(/^¡Hola! .*₡25\u00a0000,00 a Café & Té\.$/),
      "Dos cafés, 50% + IVA #1",
      url,
    ]);
    expect(spanish.text).not.toContain(url);
    expect(spanish.subject).toMatch(amount);
    expect(customerLocale("es", { ...merchant, timeZone: "America/Mexico_City" })).toBe("es-MX");
    expect(customerLocale("pt", { timeZone: "UTC", defaultCurrency: "USD" })).toBe("pt");
  });

  it.each(customerLanguages)(
    "in %s has the amount, the shop and the address once each, and no gap",
    (language) => {
      const { whole } = customerMessage(link, url, { merchant, language });
      for (const part of ["25", merchant.name, url]) expect(whole.split(part)).toHaveLength(2);
      expect(whole).not.toMatch(/[{}]|undefined|null/);
    },
  );

  it("says in front that a test is one", () => {
    const said = customerLanguages.map((language) => {
      const { whole } = customerMessage({ ...link, mode: "sandbox" }, url, { merchant, language });
      return whole.split(/[: ]/)[0];
    });
    expect(said).toEqual(["PRUEBA", "TEST", "TESTE"]);
  });

  it("does without what is not known of a link made elsewhere", () => {
    const unknown = { ...link, amountMinor: null, currency: null, description: null };
    expect(customerMessage(unknown, url, { merchant, language: "en" })).toEqual({
      subject: "Payment to Café & Té",
      text: "Hello! This is the link to pay Café & Té.",
      whole: `Hello! This is the link to pay Café & Té.\n${url}`,
    });
  });
});

describe("an address that opens another program", () => {
  const text = "Café & Té: 50% + #1\n¿Sí?";
  const phone = { digits: "50688887777", shown: "+506 8888 7777" };

  it("is WhatsApp's, with a number or without", () => {
    expect(new URL(whatsappAddress(text)).href.split("?")[0]).toBe("https://wa.me/");
    const address = new URL(whatsappAddress(text, phone));
    expect(address.pathname).toBe("/50688887777");
    expect([...address.searchParams]).toEqual([["text", text]]);
  });

  it("has Argentina's 9, without which WhatsApp finds nobody", () => {
    const mobile = { digits: "541123456789", shown: "" };
    expect(whatsappAddress("x", mobile)).toContain("wa.me/5491123456789?");
    expect(whatsappAddress("x", { ...mobile, digits: "5491123456789" })).toContain("wa.me/5491123456789?");
    expect(smsAddress("x", mobile)).toMatch(/^sms:\+541123456789\?/);
  });

  it("is a text message's for Android and for iOS: the body begins after ?& and holds neither sign", () => {
    expect(smsAddress(text)).toBe(`sms:?&body=${encodeURIComponent(text)}`);
    expect(smsAddress(text, phone)).toMatch(/^sms:\+50688887777\?&body=[^?&#+]+$/);
  });

  it("is a letter's: no plus sign for a space, and lines that end as mail's do", () => {
    const address = mailAddress("Pago & más", text);
    expect(address).toMatch(/^mailto:\?subject=[^?&#+]+&body=[^?&#+]+$/);
    const fields = new URLSearchParams(address.split("?")[1]);
    expect(fields.get("subject")).toBe("Pago & más");
    expect(fields.get("body")).toBe(text.replace("\n", "\r\n"));
  });
});
