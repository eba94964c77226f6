import { createReadStream } from "node:fs";

const newline = 0x0a;

/** No line that was written is longer. */
export const longestLine = 8 * 1024 * 1024;

/**
 * Calls `each` for every line that ends with a newline, within the first `maxBytes` of a file, and answers how many
 * bytes these lines take. The text of a line that is too long is undefined.
 */
export async function readLines(
  path: string,
  maxBytes: number,
  each: (text: string | undefined, number: number) => void,
): Promise<number> {
  const line: { parts: Buffer[]; bytes: number; number: number } = { parts: [], bytes: 0, number: 1 };
  let wholeBytes = 0;
  const add = (bytes: Buffer) => {
    line.bytes += bytes.length;
    if (line.bytes <= longestLine) line.parts.push(bytes);
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024, end: maxBytes - 1 })) {
    const bytes = Buffer.from(chunk);
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      add(bytes.subarray(start, end));
      each(line.bytes <= longestLine ? Buffer.concat(line.parts).toString("utf8") : undefined, line.number);
      wholeBytes += line.bytes + 1;
      Object.assign(line, { parts: [], bytes: 0, number: line.number + 1 });
      start = end + 1;
    }
    add(bytes.subarray(start));
  }
  return wholeBytes;
}
