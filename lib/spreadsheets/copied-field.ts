// What COPY writes of one column of one row, byte by byte: it ends with a tab or a line end, which no text has in it.

const [tab, lineEnd, backslash, upperN, zero] = [0x09, 0x0a, 0x5c, 0x4e, 0x30];

/** A backslash that is part of a text is written twice. */
export function isNull(from: Buffer, start: number): boolean {
  return from[start] === backslash && from[start + 1] === upperN;
}

export function findEnd(from: Buffer, start: number): number {
  let end = start;
  while (from[end] !== tab && from[end] !== lineEnd) end++;
  return end;
}

const point = 0x2e;

/**
 * Milliseconds since 1970, of the seconds that are written there, such as `1790000000.12`; NaN where they are written in
 * another way.
 */
export function readMilliseconds(from: Buffer, start: number, end: number): number {
  let whole = 0;
  let place = start;
  for (; place < end && from[place] !== point; place++) {
    const digit = (from[place] ?? 0) - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    whole = 10 * whole + digit;
  }
  let thousandths = 0;
  const decimals = place + 1;
  for (let decimal = 0; decimal < 3; decimal++) {
    const digit = decimals + decimal < end ? (from[decimals + decimal] ?? 0) - zero : 0;
    if (digit < 0 || digit > 9) return Number.NaN;
    thousandths = 10 * thousandths + digit;
  }
  return decimals + 3 < end ? Number.NaN : 1_000 * whole + thousandths;
}
