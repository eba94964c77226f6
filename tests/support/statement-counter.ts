import { type Moment, startTcpProxy } from "@/tests/support/tcp-proxy";

export type Statements = {
  /** Every statement, with those that begin and end a transaction. */
  texts: string[];
  /** Those that ask for something or change it. */
  count: number;
  /** Times that a transaction was committed, and statements outside of any. */
  transactions: number;
};

export type StatementCounter = {
  /** The database's address for the process whose statements are counted. */
  url: string;
  /** What was sent while the work was done. */
  during(work: () => Promise<unknown>): Promise<Statements>;
  close(): Promise<void>;
};

/** Stands before a Postgres and reads which statements pass on their way to it. */
export async function startStatementCounter(databaseUrl: string): Promise<StatementCounter> {
  const url = new URL(databaseUrl);
  const readers = new Map<number, MessageReader>();
  let sent: Execution[] = [];
  const watch = (moment: Moment) => {
    if (moment.kind !== "bytes" || moment.direction !== "up") return;
    const reader = readers.get(moment.connection) ?? new MessageReader();
    readers.set(moment.connection, reader);
    sent.push(...reader.read(moment.chunk));
  };
  const proxy = await startTcpProxy({ targetPort: Number(url.port), watch });
  url.port = String(proxy.port);
  return {
    url: url.href,
    during: async (work) => {
      sent = [];
      await work();
      return summarize(sent);
    },
    close: proxy.close,
  };
}

/** A statement that ran, and whether a transaction ended with it. */
type Execution = { text: string; endsTransaction: boolean };

const begins = /^\s*(BEGIN|START TRANSACTION)\b/i;
const ends = /^\s*(COMMIT|ROLLBACK|END)\b/i;

function summarize(sent: Execution[]): Statements {
  const texts = sent.map(({ text }) => text);
  return {
    texts,
    count: texts.filter((text) => !begins.test(text) && !ends.test(text)).length,
    transactions: sent.filter(({ endsTransaction }) => endsTransaction).length,
  };
}

/** Reads one connection's messages, as the protocol of Postgres frames them. */
class MessageReader {
  #rest = Buffer.alloc(0);
  #hasBegun = false;
  #isInTransaction = false;
  readonly #prepared = new Map<string, string>();
  #bound = "";
  #last: Execution | null = null;

  read(chunk: Buffer): Execution[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const found: Execution[] = [];
    for (;;) {
      // The first message has no letter before its length.
      const at = this.#hasBegun ? 1 : 0;
      if (this.#rest.length < at + 4) return found;
      const end = at + this.#rest.readUInt32BE(at);
      if (this.#rest.length < end) return found;
      const letter = this.#hasBegun ? String.fromCharCode(this.#rest[0] ?? 0) : "";
      const text = this.#take(letter, this.#rest.subarray(at + 4, end));
      if (text !== null) found.push(this.#execute(text));
      // Statements before a sync are one transaction, unless one was begun before.
      if (letter === "Q" || letter === "S") this.#sync();
      this.#rest = this.#rest.subarray(end);
      this.#hasBegun = true;
    }
  }

  /** The text of the statement that this message runs; null for any other message. */
  #take(letter: string, body: Buffer): string | null {
    const [first = "", second = ""] = body.toString("latin1").split("\0", 2);
    if (letter === "Q") return first;
    if (letter === "P") this.#prepared.set(first, second);
    if (letter === "B") this.#bound = this.#prepared.get(second) ?? "";
    return letter === "E" ? this.#bound : null;
  }

  #execute(text: string): Execution {
    if (begins.test(text)) this.#isInTransaction = true;
    if (ends.test(text)) this.#isInTransaction = false;
    this.#last = { text, endsTransaction: false };
    return this.#last;
  }

  #sync(): void {
    if (this.#last && !this.#isInTransaction) this.#last.endsTransaction = true;
    this.#last = null;
  }
}
