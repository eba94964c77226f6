import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** `up` is what the client sends, `down` what the server answers. */
export type Direction = "up" | "down";

/**
 * What happens to a connection after `atByte` bytes have passed in one direction; at 0, as soon as it is established. A
 * cut ends both sides, with a reset or as if each had closed it. After a stall, nothing more passes in that direction.
 */
export type Mishap = { direction: Direction; atByte: number } & (
  | { kind: "cut"; how: "reset" | "end" }
  | { kind: "stall" }
  | { kind: "delay"; delayMs: number }
);

/** What a watcher is told about a connection, before anything else happens. Cutting it keeps the chunk from passing. */
export type Moment = { connection: number; cut: (how: "reset" | "end") => void } & (
  | { kind: "connected" }
  /** `passed` is how many bytes went in this direction before the chunk. */
  | { kind: "bytes"; direction: Direction; chunk: Buffer; passed: number }
  | { kind: "struck"; mishap: Mishap }
);

export type TcpProxy = {
  port: number;
  /** From now on connections are refused, as if nothing listened. Existing ones stay. */
  refuse(): void;
  /** Accepts connections again. */
  accept(): Promise<void>;
  /** Ends every connection with a reset. */
  cutAll(): void;
  close(): Promise<void>;
};

type Options = {
  /** A port of 127.0.0.1. */
  targetPort: number;
  /** What happens to each connection, by its number from 1; for one direction in the order of `atByte`. */
  plan?: (connection: number) => Mishap[];
  watch?: (moment: Moment) => void;
};

/** How long a stalled connection stays open after its client has left. */
const lingerMs = 2_000;

/** A proxy on a free port of 127.0.0.1 that passes bytes on, except for what its plan says. */
export async function startTcpProxy(options: Options): Promise<TcpProxy> {
  const cuts = new Set<() => void>();
  let connections = 0;
  const take = (client: net.Socket) => {
    connections += 1;
    const { cut, over } = pass(client, connections, options);
    const cutThis = () => cut("reset");
    cuts.add(cutThis);
    void over.then(() => cuts.delete(cutThis));
  };
  let server = await listen(0, take);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const cutAll = () => {
    for (const cut of cuts) cut();
  };
  return {
    port,
    refuse: () => void server.close(),
    accept: async () => {
      if (!server.listening) server = await listen(port, take);
    },
    cutAll,
    close: async () => {
      if (server.listening) server.close();
      cutAll();
    },
  };
}

async function listen(port: number, take: (client: net.Socket) => void): Promise<net.Server> {
  const server = net.createServer({ allowHalfOpen: true, noDelay: true }, take);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** Passes on one connection. `over` resolves when it has completely ended. */
function pass(client: net.Socket, connection: number, { targetPort, plan, watch }: Options) {
  const port = targetPort;
  const server = net.connect({ host: "127.0.0.1", port, allowHalfOpen: true, noDelay: true });
  const sides = [client, server];
  let isCut = false;
  const cut = (how: "reset" | "end") => {
    if (isCut) return;
    isCut = true;
    for (const side of sides) {
      if (how === "reset") side.resetAndDestroy();
      else side.destroySoon();
    }
  };
  // An error on one side resets both; each direction passes on an ordinary end.
  for (const side of sides) side.on("error", () => cut("reset"));
  const over = Promise.all(sides.map((side) => new Promise((resolve) => side.once("close", resolve))));
  const track = (what: Extract<Moment, { kind: "struck" }>["mishap"]) =>
    watch?.({ connection, cut, kind: "struck", mishap: what });
  server.once("connect", () => {
    watch?.({ connection, cut, kind: "connected" });
    const mishaps = plan?.(connection) ?? [];
    for (const direction of ["up", "down"] as const) {
      const [from, to] = direction === "up" ? [client, server] : [server, client];
      const due = mishaps.filter((mishap) => mishap.direction === direction);
      const lane = new Lane(from, to, due, { client, cut, track, isCut: () => isCut });
      void lane
        .run((chunk, passed) => watch?.({ connection, cut, kind: "bytes", direction, chunk, passed }))
        .catch(() => cut("reset"));
    }
  });
  return { cut, over };
}

type Line = {
  client: net.Socket;
  cut: (how: "reset" | "end") => void;
  track: (mishap: Mishap) => void;
  isCut: () => boolean;
};

/** One direction of a connection. */
class Lane {
  #passed = 0;

  constructor(
    readonly from: net.Socket,
    readonly to: net.Socket,
    readonly due: Mishap[],
    readonly line: Line,
  ) {}

  async run(watch: (chunk: Buffer, passed: number) => void): Promise<void> {
    if ((await this.#strike()) === "over") return;
    for await (const chunk of this.from.iterator({ destroyOnReturn: false })) {
      watch(chunk, this.#passed);
      if ((await this.#carry(chunk)) === "over") return;
    }
    this.to.end();
  }

  async #carry(chunk: Buffer): Promise<"on" | "over"> {
    let rest = chunk;
    while (!this.line.isCut()) {
      const room = (this.due[0]?.atByte ?? Number.POSITIVE_INFINITY) - this.#passed;
      await write(this.to, rest.subarray(0, room));
      this.#passed += Math.min(room, rest.length);
      rest = rest.subarray(room);
      if ((await this.#strike()) === "over") return "over";
      if (rest.length === 0) return "on";
    }
    return "over";
  }

  /** Does everything that the plan has for the byte that was reached. */
  async #strike(): Promise<"on" | "over"> {
    for (let next = this.due[0]; next && next.atByte <= this.#passed; next = this.due[0]) {
      this.due.shift();
      this.line.track(next);
      if (next.kind === "cut") this.line.cut(next.how);
      if (next.kind === "delay") await sleep(next.delayMs);
      if (next.kind === "stall") await this.#swallow();
      if (next.kind !== "delay" || this.line.isCut()) return "over";
    }
    return "on";
  }

  /**
   * Reads on after a stall, to notice when somebody closes the connection, but passes nothing on. Once the client has
   * closed it, the connection need not stay open.
   */
  async #swallow(): Promise<void> {
    const { client } = this.line;
    this.from.resume();
    if (!client.readableEnded) await once(client, "end");
    await sleep(lingerMs, undefined, { ref: false });
    this.line.cut("end");
  }
}

function write(to: net.Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    if (bytes.length === 0) return resolve();
    to.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
