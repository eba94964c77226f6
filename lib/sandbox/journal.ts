import {
  closeSync,
  createReadStream,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { z } from "zod";
import { parseJson } from "@/lib/sandbox/parse-json";

const newline = 0x0a;

/**
 * An append-only file of JSON lines. `append` returns after the operating system has the line, so that a killed process
 * loses nothing that it confirmed. A line that was cut off by the kill is dropped at the next start.
 */
export class Journal<Line> {
  readonly #file: number;
  #size: number;

  private constructor(path: string, size: number) {
    this.#file = openSync(path, "a", 0o600);
    this.#size = size;
    ftruncateSync(this.#file, size);
  }

  /**
   * Opens or makes the file and calls `apply` with each line it holds, oldest first.
   * @throws {Error} naming the file and line when one other than a cut last line cannot be read.
   */
  static async open<Line>(
    path: string,
    schema: z.ZodType<Line>,
    apply: (line: Line) => void,
  ): Promise<Journal<Line>> {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, "a", 0o600));
    const wholeBytes = await readLines(path, (text, number) => {
      const line = schema.safeParse(parseJson(text));
      if (!line.success) throw new Error(`${path}: line ${number} cannot be read`);
      apply(line.data);
    });
    return new Journal(path, wholeBytes);
  }

  append(...lines: Line[]): void {
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(this.#file, bytes, written);
    } catch (error) {
      // If the disk is full, half a line may have been written; the next line must not continue it.
      ftruncateSync(this.#file, this.#size);
      throw error;
    }
    this.#size = fstatSync(this.#file).size;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Calls `each` for every line that ends with a newline, and returns how many bytes they take. */
async function readLines(path: string, each: (text: string, number: number) => void): Promise<number> {
  let rest = Buffer.alloc(0);
  let wholeBytes = 0;
  let number = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      number += 1;
      each(bytes.toString("utf8", start, end), number);
      start = end + 1;
    }
    wholeBytes += start;
    rest = bytes.subarray(start);
  }
  return wholeBytes;
}
