/**
 * Words that are no longer used, each with the one that replaced it, so that a reader who knows Stripe's and Postgres'
 * words needs no dictionary. `docs/glossary.md` explains the words that are used.
 */
const retiredWords: readonly { pattern: RegExp; use: string }[] = [
  { pattern: /\bwish(?:es|ed)?\b/i, use: "create request" },
  { pattern: /\b(?:in )?doubt(?:s|ful|ed)?\b/i, use: "unconfirmed" },
  { pattern: /\bhabits?\b/i, use: "suggestions" },
  { pattern: /\bsightings?\b/i, use: "upstream link record" },
  { pattern: /\bstrangers?\b/i, use: "external link" },
  { pattern: /\bletterhead\b/i, use: "email layout" },
  { pattern: /\bsettl(?:e|es|ed|ing|ement)\b/i, use: "record the outcome" },
  { pattern: /\badopt(?:s|ed|ing|ion)?\b/i, use: "match" },
  { pattern: /\b(?:put|puts|putting) aside\b/i, use: "dismiss" },
  { pattern: /\bundescribed\b/i, use: "unannotated" },
  { pattern: /\bbesides\b(?=\s*[:=}"'])/, use: "duplicateOf" },
  { pattern: /\bleft behind\b/i, use: "pending links" },
  { pattern: /\btickets?\b/i, use: "link card" },
  { pattern: /\bstand-?ins?\b/i, use: "skeleton, simulator" },
  { pattern: /\blook(?:s|ed|ing)? again\b/i, use: "poll" },
  { pattern: /\bledgers?\b/i, use: "repository" },
  { pattern: /\bglanc(?:e|es|ed|ing)\b/i, use: "peek" },
  { pattern: /\bhand(?:s|ed|ing)? over\b/i, use: "transfer ownership" },
  { pattern: /\bdice\b/i, use: "random" },
  { pattern: /\bcolour(?:s|ed|ing)?\b/i, use: "color" },
  { pattern: /\bclerks?\b/i, use: "inbox agent" },
  { pattern: /\breapers?\b/i, use: "process killer" },
  { pattern: /\bverdicts?\b/i, use: "invariants" },
  { pattern: /\bweather\b/i, use: "fault injector" },
];

/** Functions are named by a verb. */
const ofFunctions = /\b(?:function|const) ([a-z]\w*[a-z]Of)\b(?= = (?:async )?\(|[(<])/g;

/**
 * Names of the platform's own, and stored names of tables, columns and audit actions, which do not change (see `@map`).
 */
const kept =
  /link[._](?:adopted|described)|\w*link_sightings\w*|\w*in_doubt\w*|settled_at|allSettled|adoptedStyleSheets/g;

/** The retired words in a text, each with its replacement. Names are split into words, and case does not matter. */
export function findRetiredWords(text: string): string[] {
  const functions = [...text.matchAll(ofFunctions)].map(
    ([, name]) => `${name} → getFoo, findFoo, listFoos, toFoo`,
  );
  const words = text.replace(kept, "").replace(/(?<=[a-z0-9])(?=[A-Z])|[_-]/g, " ");
  const found = retiredWords.flatMap(({ pattern, use }) => {
    const [word] = pattern.exec(words) ?? [];
    return word === undefined ? [] : [`${word} → ${use}`];
  });
  return [...functions, ...found];
}
