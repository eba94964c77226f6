/** A string or a number. Everything else in a JSON text is between two of these. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;

const longInteger = /^-?\d{16,}$/;

/**
 * Parses JSON, but keeps whole numbers beyond 2^53 as texts: an id without its last digits would be the id of another
 * link. Undefined for what is not JSON.
 */
export function parseJson(text: string): unknown {
  const json = parsed(text);
  // The pattern above finds strings and numbers only in valid JSON.
  if (json === undefined || !/\d{16}/.test(text)) return json;
  return parsed(text.replace(tokens, (token) => (isLossy(token) ? `"${token}"` : token)));
}

function isLossy(token: string): boolean {
  return longInteger.test(token) && !Number.isSafeInteger(Number(token));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
