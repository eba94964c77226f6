import pg from "pg";
import type { MerchantId } from "@/lib/core/merchant-id";
import { pool } from "@/lib/platform/database-pool";
import { asMerchant } from "@/lib/platform/db";
import { type Sql, toText } from "@/lib/platform/statement";

/** A statement as the pieces between its values, as `Prisma.sql` makes it. */
type Pieces = { readonly strings: readonly string[]; readonly values: readonly unknown[] };

/**
 * Rows as Postgres's COPY writes them: a line of text for each, with a tab between columns. `length` is how many. Their
 * bytes are in `memory`.
 */
export type CopiedRows = { bytes: Buffer; length: number; memory?: Buffer };

/**
 * The rows of one statement for one merchant as they come over the wire, of which no value has been made yet. Where there
 * are very many, making one of each column takes most of the time.
 * @param spare memory that can be used again, of which one is taken. Node looks through all of its objects for garbage
 * whenever it has allocated 64 MB of it.
 */
export async function copyRowsAs(
  merchantId: MerchantId,
  select: Pieces,
  spare: Buffer[],
): Promise<CopiedRows> {
  const connection = await pool().connect();
  try {
    return await new Promise<CopiedRows>((resolve, reject) => {
      const memory = spare.pop() ?? Buffer.allocUnsafeSlow(2 ** 20);
      const statements = [asMerchant(merchantId), { text: `COPY (${inline(select)}) TO STDOUT`, values: [] }];
      const copy = new Copy(statements, memory, (error) => (error ? reject(error) : resolve(copy.copied())));
      connection.query(copy);
    });
  } finally {
    connection.release();
  }
}

/** Runs statements in one transaction. One of them is a COPY. */
class Copy extends pg.Query {
  readonly #statements: readonly Sql[];
  #memory: Buffer;
  #end = 0;
  #length = 0;

  constructor(statements: readonly Sql[], memory: Buffer, done: (error?: Error) => void) {
    super({ text: "" }, done);
    this.#statements = statements;
    this.#memory = memory;
  }

  override submit = (connection: pg.Connection): void => {
    connection.stream.cork();
    for (const { text, values } of this.#statements) {
      connection.parse({ name: "", text, types: [] }, true);
      connection.bind({ values: values.map(toText) }, true);
      connection.execute({}, true);
    }
    connection.sync();
    connection.stream.uncork();
  };

  /** What the other statements answer is of no use. */
  handleDataRow(): void {}

  /** Called with each row. Its bytes are overwritten by what comes after. */
  handleCopyData({ chunk }: { chunk: Uint8Array }): void {
    const end = this.#end + chunk.length;
    if (end > this.#memory.length) {
      const larger = Buffer.allocUnsafeSlow(2 * end);
      larger.set(this.#memory.subarray(0, this.#end));
      this.#memory = larger;
    }
    this.#memory.set(chunk, this.#end);
    this.#end = end;
    this.#length += 1;
  }

  copied(): CopiedRows {
    return { bytes: this.#memory.subarray(0, this.#end), length: this.#length, memory: this.#memory };
  }
}

/** The statement with its values in it: COPY takes no parameters. */
function inline({ strings, values }: Pieces): string {
  return strings.reduce((text, piece, at) => text + toLiteral(values[at - 1]) + piece);
}

function toLiteral(value: unknown): string {
  const text = toText(value);
  return text === null ? "NULL" : pg.escapeLiteral(text);
}
