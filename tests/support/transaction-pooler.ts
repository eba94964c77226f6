import { once } from "node:events";
import net from "node:net";
import pg from "pg";

const readyForQuery = 0x5a;

/**
 * A minimal PgBouncer in transaction mode: all clients share one connection to the server, each has it until its
 * transaction ends, and each gets a process id that is not the server's. It accepts simple queries only.
 */
export async function startTransactionPooler(
  databaseUrl: string,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = new pg.Client({ connectionString: databaseUrl });
  server.on("error", () => {});
  await server.connect();
  const upstream = openStream(server);
  upstream.removeAllListeners("data");
  let turn: Promise<unknown> = Promise.resolve();
  const pooler = net.createServer((client) => {
    client.on("error", () => {});
    client.once("data", () => {
      client.write(welcome);
      client.on("data", (query) => {
        if (query[0] === "X".charCodeAt(0)) return client.end();
        turn = turn.then(() => ask(upstream, query, client));
      });
    });
  });
  pooler.listen(0, "127.0.0.1");
  await once(pooler, "listening");
  const address = pooler.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === "object" ? address?.port : "");
  return {
    url: url.href,
    close: async () => {
      pooler.close();
      upstream.destroy();
      await once(pooler, "close");
    },
  };
}

/** AuthenticationOk, BackendKeyData with a made-up process id, ReadyForQuery. */
const welcome = Buffer.concat([
  Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]),
  Buffer.from([0x4b, 0, 0, 0, 12, 0x7f, 0, 0, 1, 0, 0, 0, 1]),
  Buffer.from([readyForQuery, 0, 0, 0, 5, 0x49]),
]);

/** Passes one message on, and the answer back up to the ReadyForQuery that ends it. */
async function ask(upstream: net.Socket, query: Buffer, client: net.Socket): Promise<void> {
  let answer = Buffer.alloc(0);
  const isWhole = () =>
    answer.length > 6 && answer.at(-6) === readyForQuery && answer.readUInt32BE(answer.length - 5) === 5;
  upstream.write(query);
  while (!isWhole()) {
    const [chunk] = await once(upstream, "data");
    answer = Buffer.concat([answer, chunk]);
  }
  client.write(answer);
}

/** pg has it, but its types do not. */
function openStream(client: pg.Client): net.Socket {
  const stream: unknown = Reflect.get(Reflect.get(client, "connection"), "stream");
  if (stream instanceof net.Socket) return stream;
  throw new Error("pg's connection has no socket");
}
