import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { z } from "zod";
import { log } from "@/lib/platform/log";
import { parseJson } from "@/lib/sandbox/parse-json";
import { longestLine, readLines } from "@/lib/sandbox/read-lines";

/** What a journal is opened with. */
type JournalOptions<Line> = {
  path: string;
  schema: z.ZodType<Line>;
  /** The file may be longer by the one line that was begun below this. */
  maxBytes: number;
  /** Is called with each line that the file holds, oldest first. */
  apply: (line: Line) => void;
};

/**
 * An append-only file of JSON lines. `append` returns after the operating system has the line, so that a killed process
 * loses nothing that it confirmed. A line that was cut off by the kill is dropped at the next start.
 */
export class Journal<Line> {
  readonly #file: number;
  readonly #maxBytes: number;
  #size: number;

  private constructor(path: string, size: number, maxBytes: number) {
    this.#file = openSync(path, "a", 0o600);
    this.#size = size;
    this.#maxBytes = maxBytes;
    ftruncateSync(this.#file, size);
  }

  /**
   * Opens or makes the file. One with lines that cannot be read, or that is far too long, is set aside under another
   * name, and a new one begins with all lines that can be read: whatever happened to the file, the sandbox comes up.
   */
  static async open<Line>({ path, schema, maxBytes, apply }: JournalOptions<Line>): Promise<Journal<Line>> {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, "a", 0o600));
    const parse = (text: string | undefined) =>
      text === undefined ? undefined : schema.safeParse(parseJson(text)).data;
    const readable = maxBytes + longestLine;
    let unreadable: number | undefined;
    const wholeBytes = await readLines(path, readable, (text, number) => {
      const line = parse(text);
      if (line === undefined) unreadable ??= number;
      else apply(line);
    });
    const isTooLong = statSync(path).size > readable;
    if (unreadable === undefined && !isTooLong) return new Journal(path, wholeBytes, maxBytes);
    const aside = `${path}.${new Date().toISOString().replaceAll(":", "-")}`;
    log().error({
      code: "sandbox_file_set_aside",
      path,
      aside,
      unreadableLine: unreadable ?? null,
      isTooLong,
    });
    const draft = await copyLines(path, readable, (text) => parse(text) !== undefined);
    renameSync(path, aside);
    renameSync(draft, path);
    return new Journal(path, statSync(path).size, maxBytes);
  }

  get isFull(): boolean {
    return this.#size >= this.#maxBytes;
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

/** Copies the good lines to a new file beside this one, and answers its path. */
async function copyLines(
  path: string,
  maxBytes: number,
  isGood: (text: string | undefined) => boolean,
): Promise<string> {
  const draft = `${path}.draft`;
  const file = openSync(draft, "w", 0o600);
  await readLines(path, maxBytes, (text) => {
    if (isGood(text)) writeSync(file, `${text}\n`);
  });
  closeSync(file);
  return draft;
}
