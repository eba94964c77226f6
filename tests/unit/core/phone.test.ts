import { describe, expect, it } from "vitest";
import { callingCode, type PhoneIssue, parsePhone } from "@/lib/core/phone";
import { getRegion } from "@/lib/money/region";

describe("a number as people type it", () => {
  it.each<[string, string | null, string]>([
    ["8888-7777", "CR", "50688887777"],
    ["8888 7777", "CR", "50688887777"],
    ["506 8888 7777", "CR", "50688887777"],
    ["+506 8888-7777", "MX", "50688887777"],
    ["00 506 8888 7777", "CR", "50688887777"],
    ["٨٨٨٨٧٧٧٧", "CR", "50688887777"],
    ["55 1234 5678", "MX", "525512345678"],
    ["+52 1 55 1234 5678", "CR", "525512345678"],
    ["(011) 15-2345-6789", "AR", "5491123456789"],
    ["(11) 91234-5678", "BR", "5511912345678"],
    ["0991234567", "EC", "593991234567"],
    ["612 34 56 78", "ES", "34612345678"],
    ["+1 (415) 555-2671", null, "14155552671"],
  ])("%s in %s", (typed, country, digits) => {
    expect(parsePhone(typed, country)).toMatchObject({ ok: true, value: { digits } });
  });

  it.each<[string, string | null, PhoneIssue]>([
    ["", "CR", "phone_missing"],
    ["   ", "CR", "phone_missing"],
    ["María", "CR", "phone_not_a_number"],
    ["María 8888 7777", "CR", "phone_not_a_number"],
    ["8888 7777 y 8888 6666", "CR", "phone_not_a_number"],
    ["888", "CR", "phone_too_short"],
    ["+506 888", null, "phone_too_short"],
    ["8888777766665555444", "CR", "phone_too_long"],
    ["8888 7777", null, "phone_no_country"],
    ["8888 7777", "XX", "phone_no_country"],
    ["+999 8888 7777", "CR", "phone_no_country"],
    ["1111 1111", "CR", "phone_unknown"],
  ])("%s in %s is refused: %s", (typed, country, code) => {
    expect(parsePhone(typed, country)).toEqual({ ok: false, code });
  });

  it("is shown in groups", () => {
    expect(parsePhone("88887777", "CR")).toMatchObject({ value: { shown: "+506 8888 7777" } });
  });
});

describe("the country of a business", () => {
  it.each([
    ["America/Costa_Rica", "USD", "CR"],
    ["America/Argentina/Buenos_Aires", "USD", "AR"],
    ["America/Buenos_Aires", "USD", "AR"],
    ["America/Cancun", "USD", "MX"],
    ["Atlantic/Canary", "EUR", "ES"],
    ["America/Sao_Paulo", "USD", "BR"],
    // The time zone decides before the currency, which is all there is in UTC.
    ["America/Bogota", "MXN", "CO"],
    ["UTC", "GTQ", "GT"],
    ["Asia/Manila", "PHP", "PH"],
    ["UTC", "USD", null],
    ["UTC", "EUR", null],
    ["UTC", "XCD", null],
  ])("%s and %s: %s", (timeZone, currency, region) => {
    expect(getRegion({ timeZone, currency })).toBe(region);
  });

  it("has a calling code", () => {
    expect(callingCode("CR")).toBe("+506");
    expect(callingCode("XX")).toBeNull();
  });
});
