import { expect, test } from "vitest";
import { en } from "@/lib/ui/messages/en/catalogue";
import { es } from "@/lib/ui/messages/es/catalogue";

/** Other languages by name; a new one is added here. */
const translations = { es };

type Catalogue = { readonly [key: string]: string | Catalogue };

const english = flatten(en);

test.each(Object.entries(translations))("%s says all that English says, and no more", (_, catalogue) => {
  expect([...flatten(catalogue).keys()].sort()).toEqual([...english.keys()].sort());
});

test.each(Object.entries(translations))("%s puts the same things into each sentence", (_, catalogue) => {
  const translated = flatten(catalogue);
  for (const [key, text] of english) {
    expect(argumentsOf(translated.get(key) ?? ""), key).toEqual(argumentsOf(text));
  }
});

test.each(Object.entries({ en, ...translations }))(
  "%s has words everywhere, in whole ICU messages",
  (_, catalogue) => {
    for (const [key, text] of flatten(catalogue)) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe("");
      expect(text.split("{").length, `brackets of ${key}`).toBe(text.split("}").length);
      // An apostrophe begins an ICU quotation only before a bracket.
      expect(text, key).not.toMatch(/'[{}]/);
    }
  },
);

test("a translation is another text, but for names and signs", () => {
  const same = [...english].filter(([key, text]) => flatten(es).get(key) === text && /\p{L}{3}/u.test(text));
  const names = ["Error", "No", "WhatsApp", "SANDBOX", "TEST", "LIVE", "Sandbox"];
  const untranslated = same.filter(
    ([, text]) => !names.includes(text) && !/^[{\s\w},:.]*\{\w+\}[{\s\w},:.]*$/.test(text),
  );
  expect(untranslated).toEqual([]);
});

test("the reader of arguments sees into plurals", () => {
  expect(argumentsOf("{count, plural, one {# link of {name}} other {# links of {name}}}")).toEqual([
    "count:plural",
    "name:",
  ]);
});

function flatten(catalogue: Catalogue, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** Names and types of the arguments, as `count:plural`, each once. */
function argumentsOf(text: string): string[] {
  const found = [...text.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+)\s*[,}]|\})/g)];
  return [...new Set(found.map(([, name, type = ""]) => `${name}:${type}`))].sort();
}
