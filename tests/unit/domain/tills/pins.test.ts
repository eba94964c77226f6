import { describe, expect, it } from "vitest";
import { may, mayByPin, type Permission, permissions } from "@/lib/domain/members/permissions";
import { isWeakPin, typedPin } from "@/lib/domain/tills/schema";

describe("a PIN", () => {
  it.each([
    "0000",
    "1234",
    "4321",
    "7890",
    "0987",
    "1212",
    "123123",
    "1122",
    "1999",
    "2026",
    "2580",
    "112233",
  ])("is not %s", (pin) => expect(isWeakPin(pin)).toBe(true));

  it.each(["4071", "8305", "1235", "90217", "1357", "48213077"])("may be %s", (pin) => {
    expect(isWeakPin(pin)).toBe(false);
  });

  it.each(["", "123", "123456789", "12a4", "١٢٣٤", "12-45"])("cannot be typed as %j", (text) => {
    expect(typedPin.safeParse(text).success).toBe(false);
  });

  it("can be typed with spaces", () => expect(typedPin.parse(" 40 71 ")).toBe("4071"));
});

describe("somebody who has shown only a PIN", () => {
  it("has a cashier's rights at most, and cannot choose a PIN or leave", () => {
    const names = Object.keys(permissions).filter((name): name is Permission => name in permissions);
    const byPin = names.filter(mayByPin);
    expect(byPin).toEqual([
      "links:read",
      "links:print",
      "links:create",
      "links:resolve",
      "links:share",
      "links:note",
      "links:mark-paid",
      "links:cancel",
    ]);
    expect(byPin.every((name) => may("cashier", name))).toBe(true);
  });
});
