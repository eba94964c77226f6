import { describe, expect, it } from "vitest";
import { mergeChanges, parseDrawn } from "@/lib/core/merge-changes";

const drawn = { name: "Luna", color: "#000000", languages: ["es", "en"] };

describe("what two pages change", () => {
  it("is written where only this one changed it, and left where only the other did", () => {
    const sent = { ...drawn, name: "Sol" };
    const now = { ...drawn, color: "#ffffff" };
    expect(mergeChanges({ drawn, sent, now })).toEqual({
      changes: { name: "Sol" },
      conflicts: [],
      merged: { ...now, name: "Sol" },
    });
  });

  it("is a conflict where both changed it to different things, lists too", () => {
    const sent = { ...drawn, name: "Sol", languages: ["en"] };
    const now = { ...drawn, name: "Mar", languages: ["en", "es"] };
    expect(mergeChanges({ drawn, sent, now })).toEqual({
      changes: {},
      conflicts: ["name", "languages"],
      merged: sent,
    });
  });

  it("is nothing where both changed it to the same, or it was changed back", () => {
    expect(
      mergeChanges({ drawn, sent: { ...drawn, name: "Sol" }, now: { ...drawn, name: "Sol" } }),
    ).toMatchObject({
      changes: {},
      conflicts: [],
    });
    expect(mergeChanges({ drawn, sent: drawn, now: { ...drawn, name: "Sol" } }).changes).toEqual({});
  });
});

it("a form that does not say what it was drawn with is taken as it was sent", () => {
  for (const text of ["", "nonsense", "[]", "null", "1", '"x"']) {
    const merged = mergeChanges({ drawn: parseDrawn(text), sent: { name: "Sol" }, now: { name: "Luna" } });
    expect(merged.changes, text).toEqual({ name: "Sol" });
  }
});
