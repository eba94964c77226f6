/** Whether a path fits a pattern: `*` is any name, `**` any names below, `{a,b}` either. Case counts. */
export function fits(path: string, pattern: string): boolean {
  const known = patterns.get(pattern) ?? compile(pattern);
  patterns.set(pattern, known);
  return known.test(path);
}

const patterns = new Map<string, RegExp>();

function compile(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\{|\}|,|[.+?^$()|[\]\\]/g, (token) => {
    const meaning: Record<string, string> = {
      "**/": "(?:.+/)?",
      "**": ".+",
      "*": "[^/]+",
      "{": "(?:",
      "}": ")",
      ",": "|",
    };
    return meaning[token] ?? `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}
