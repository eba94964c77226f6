/** A string, or a number; whatever else JSON is made of lies in between. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;

const longInteger = /^-?\d{16,}$/;

/**
 * JSON whose whole numbers beyond 2^53 are texts of the same digits: an id that lost its last digits is the id of
 * another link. Undefined for what is not JSON, which no schema accepts.
 */
export function parseJson(text: string): unknown {
  const json = parsed(text);
  // Only in what is JSON do the strings end where the pattern says.
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
