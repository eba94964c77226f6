import { expect, test } from "vitest";
import { en as customerEn } from "@/lib/i18n/messages/customer/en";
import { es as customerEs } from "@/lib/i18n/messages/customer/es";
import { pt as customerPt } from "@/lib/i18n/messages/customer/pt";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { es } from "@/lib/i18n/messages/es/catalogue";
import { pt } from "@/lib/i18n/messages/pt/catalogue";
import { type Catalogue, flattenCatalogue } from "@/tests/support/flatten-catalogue";

/** Each translation with its English catalogue. Add new ones here. */
const translations: Record<string, [of: Catalogue, text: Catalogue]> = {
  es: [en, es],
  pt: [en, pt],
  "es, for customers": [customerEn, customerEs],
  "pt, for customers": [customerEn, customerPt],
};

const each = test.each(
  Object.entries(translations).map(([name, [english, translated]]) => ({
    name,
    english: flattenCatalogue(english),
    translated: flattenCatalogue(translated),
  })),
);

each("$name says all that English says, and no more", ({ english, translated }) => {
  expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
});

each("$name puts the same things into each sentence", ({ english, translated }) => {
  for (const [key, text] of english) {
    expect(listArguments(translated.get(key) ?? ""), key).toEqual(listArguments(text));
  }
});

// They would be on the clock of the process: lib/i18n/translations.ts keeps sentences for a locale, whose people are in many zones.
each("$name and its English leave days and times to lib/ui/moments", ({ english, translated }) => {
  for (const [key, text] of [...english, ...translated]) {
    expect(text, key).not.toMatch(/\{\s*\w+\s*,\s*(date|time)\b/);
  }
});

each("$name and its English have words everywhere, in whole ICU messages", ({ english, translated }) => {
  for (const [key, text] of [...english, ...translated]) {
    expect(text.trim(), key).toBe(text);
    expect(text, key).not.toBe("");
    expect(text.split("{").length, `brackets of ${key}`).toBe(text.split("}").length);
    // In ICU messages, an apostrophe before a bracket begins a quotation.
    expect(text, key).not.toMatch(/'[{}]/);
  }
});

each("$name is another text, but for names and signs", ({ english, translated }) => {
  const same = [...english].filter(([key, text]) => translated.get(key) === text && /\p{L}{3}/u.test(text));
  const names = [
    "Error",
    "No",
    "WhatsApp",
    "SMS",
    "SANDBOX",
    "TEST",
    "LIVE",
    "Sandbox",
    "Logo",
    "Link",
    "Links",
  ];
  const untranslated = same.filter(
    ([, text]) =>
      !names.includes(text) &&
      // Portuguese has the same word.
      text !== "{count, plural, one {# link} other {# links}}" &&
      !/^[{\s\w},:.]*\{\w+\}[{\s\w},:.]*$/.test(text),
  );
  expect(untranslated).toEqual([]);
});

test("the reader of arguments sees into plurals", () => {
  expect(listArguments("{count, plural, one {# link of {name}} other {# links of {name}}}")).toEqual([
    "count:plural",
    "name:",
  ]);
  expect(listArguments("Ask <who>{name}</who>")).toEqual(["</who>", "<who>", "name:"]);
});

/** Names and types of the arguments, such as `count:plural`, and tags, each once. */
function listArguments(text: string): string[] {
  const found = [...text.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+)\s*[,}]|\})/g)];
  const tags = text.match(/<\/?\w+>/g) ?? [];
  return [...new Set([...found.map(([, name, type = ""]) => `${name}:${type}`), ...tags])].sort();
}
