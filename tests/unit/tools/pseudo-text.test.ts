import { expect, test } from "vitest";
import { pseudoLetters, toPseudoCatalogue, toPseudoText } from "@/tools/languages/pseudo-text";

test.each([
  ["Settings", "⟦Šëëţţïïņğš⟧"],
  ["Signed in as {email}", "⟦Šïïğņëëď ïïņ ääš {email}⟧"],
  [
    "{count, plural, one {# link of {name}} other {# links}} left",
    "⟦{count, plural, one {# ļïïņķ ööf {name}} other {# ļïïņķš}} ļëëfţ⟧",
  ],
  ["{most, number} on {day}", "⟦{most, number} ööņ {day}⟧"],
  ["A <b>word</b>", "⟦Ää <b>ŵööŕď</b>⟧"],
])("%s is longer, and its arguments are as they were", (message, pseudo) => {
  expect(toPseudoText(message)).toBe(pseudo);
});

test("all messages of a catalogue are recognized", () => {
  const { group } = toPseudoCatalogue({ group: { title: "New link" } });
  expect(group.title).toMatch(pseudoLetters);
});
