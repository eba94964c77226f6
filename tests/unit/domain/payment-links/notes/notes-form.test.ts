import { expect, test } from "vitest";
import { addTags, notesForm } from "@/lib/domain/payment-links/notes/schema";
import { schemaErrors } from "@/lib/i18n/schema-errors";

const empty = { note: "", tags: "", customerName: "", customerPhone: "", customerReference: "" };

function read(form: Partial<typeof empty>) {
  const parsed = notesForm("CR").safeParse({ ...empty, ...form });
  return parsed.success ? parsed.data : schemaErrors(parsed.error);
}

test("an empty form is fine, and empties everything", () => {
  expect(read({})).toEqual({ ...empty, tags: [] });
});

test("texts are stored as they are shown, a number with its country, tags in lower case and once", () => {
  expect(
    read({
      note: "  Llamar\r\n\r\n\r\n\r\nel  lunes \n",
      tags: "#Boda,  Mesa 4;boda\nVIP,,#",
      customerName: " Ana\u00a0 Solís ",
      customerPhone: "8888 7777",
      customerReference: " F-001 ",
    }),
  ).toEqual({
    note: "Llamar\n\nel lunes",
    tags: ["boda", "mesa 4", "vip"],
    customerName: "Ana Solís",
    customerPhone: "+50688887777",
    customerReference: "F-001",
  });
});

test("composed and decomposed letters are the same tag", () => {
  expect(read({ tags: "niña, nin\u0303a" })).toMatchObject({ tags: ["niña"] });
});

test("every field that is wrong is named at once", () => {
  expect(
    read({
      note: "x".repeat(1_001),
      tags: "x".repeat(31),
      customerName: "x".repeat(81),
      customerPhone: "888",
      customerReference: "\u202eabc",
    }),
  ).toEqual({
    note: "note_too_long",
    tags: "tag_too_long",
    customerName: "customer_name_too_long",
    customerPhone: "phone_too_short",
    customerReference: "customer_reference_unprintable",
  });
});

test("what is exactly as long as allowed is taken, counted as people count", () => {
  const family = "👨‍👩‍👧‍👦";
  expect(
    read({ note: "x".repeat(1_000), tags: family.repeat(10), customerName: "x".repeat(80) }),
  ).toMatchObject({
    tags: [family.repeat(10)],
  });
  const tags = Array.from({ length: 11 }, (_, at) => `tag ${at}`);
  expect(read({ tags: tags.slice(0, 10).join() })).toMatchObject({ tags: tags.slice(0, 10) });
  expect(read({ tags: tags.join() })).toEqual({ tags: "tags_too_many" });
});

test("tags are added once, and only as long as there is room", () => {
  const nine = Array.from({ length: 9 }, (_, at) => `tag ${at}`);
  expect(addTags(nine, ["tag 1", "new"])).toEqual([...nine, "new"]);
  expect(addTags(nine, ["new", "newer"])).toBeNull();
});
