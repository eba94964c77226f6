import { expect, test } from "vitest";
import { longestPasted, paidForm, readPasted } from "@/lib/domain/payment-links/paid/schema";
import { startProcessorClock } from "@/tests/support/processor-clock";

test("ids are found alone and in addresses, whatever is around them", () => {
  const text = `Pagos · 3\r\n₡25 000\tplink_3m4n5o6p7q8r\tPagado
    <a href="https://pay.4geeks.io/link/plink_9s8t7u6v5w4x?utm=1#x">ver</a>, (plink_1a2b3c4d5e6f.) "PLINK-X_9"`;
  const words = readPasted(text);
  for (const id of ["plink_3m4n5o6p7q8r", "plink_9s8t7u6v5w4x", "plink_1a2b3c4d5e6f", "PLINK-X_9"]) {
    expect(words).toContain(id);
  }
  expect(readPasted("")).toEqual([]);
  expect(readPasted("… ·· \u0000 '; --")).toEqual([]);
});

test("a huge text costs little", () => {
  const many = Array.from({ length: 400_000 }, (_, at) => `id${at}`).join(" ");
  const usedMs = startProcessorClock();
  expect(readPasted(many).length).toBeLessThanOrEqual(10_000);
  expect(readPasted("x".repeat(10_000_000))).toEqual(readPasted("x".repeat(longestPasted)));
  expect(usedMs()).toBeLessThan(500);
});

test("a note and a reference are optional, and stored as lines of text", () => {
  expect(paidForm.parse({ note: " ", reference: "" })).toEqual({ note: "", reference: "" });
  expect(paidForm.parse({ note: "a\r\nb", reference: " F  1 " })).toEqual({ note: "a\nb", reference: "F 1" });
  const long = paidForm.safeParse({ note: "x".repeat(501), reference: "x".repeat(81) });
  expect(long.error?.issues.map(({ message }) => message)).toEqual([
    "paid_note_too_long",
    "paid_reference_too_long",
  ]);
});
