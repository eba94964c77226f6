import net from "node:net";
import tls from "node:tls";
import { urlToHttpOptions } from "node:url";
import { processWide } from "@/lib/platform/process-wide";

/** Node allows 250 ms for each address, which is too little for a distant host when IPv6 is broken on the way. */
const addressAttemptMs = 2500;

/** How long nothing may have been written to a connection. A server that closes it meanwhile may not be heard in time. */
const longestIdleMs = 2000;

/** How many are opened in advance at once, in a process; what needs one more opens it when it is needed. */
const mostInAdvance = 32;

const inAdvance = processWide("connections-in-advance", () => new Set<Connection>());

/**
 * A connection for one request, on which nothing is written before somebody takes it. For https it is established only
 * after the certificate was accepted. No failure of it is thrown, and an unheard one does no harm.
 */
export class Connection {
  readonly #origin: string;
  readonly #socket: net.Socket;
  readonly #established: "secureConnect" | "connect";
  #idleSince: number | undefined;

  constructor(url: URL) {
    this.#origin = url.origin;
    const isSecure = url.protocol === "https:";
    this.#established = isSecure ? "secureConnect" : "connect";
    this.#socket = isSecure ? tls.connect(secureOptions(url)) : net.connect(plainOptions(url));
    // Heard for as long as the socket lives: an error that nobody hears ends the process.
    this.#socket.on("error", () => {});
    this.#socket.once("close", () => inAdvance.delete(this));
    this.#socket.once(this.#established, () => {
      this.#idleSince = performance.now();
    });
    // What a server says before it was asked is no answer to a request, and one that has ended takes none.
    this.#socket.on("data", this.#spoil).on("end", this.#spoil);
  }

  /** Whether a request to this address can be written to it, as far as is known, now or once it is established. */
  isUsableFor(url: URL): boolean {
    const idleMs = this.#idleSince === undefined ? 0 : performance.now() - this.#idleSince;
    return url.origin === this.#origin && !this.#socket.destroyed && idleMs <= longestIdleMs;
  }

  /** Calls `give` with the socket once it is established, or `fail` when it ends before. */
  take(give: (socket: net.Socket) => void, fail: () => void): void {
    inAdvance.delete(this);
    const giveOnce = () => {
      this.#socket.off("close", fail);
      give(this.#socket);
    };
    this.#socket.once("close", fail);
    if (this.#idleSince === undefined) this.#socket.once(this.#established, giveOnce);
    else giveOnce();
  }

  /** From now on whoever took it hears what the server says. False when it has ended, and nothing was written to it. */
  begin(): boolean {
    this.#socket.off("data", this.#spoil).off("end", this.#spoil);
    return !this.#socket.destroyed;
  }

  close(): void {
    this.#socket.destroy();
  }

  readonly #spoil = () => this.close();
}

/**
 * Opens a connection for a request that will be made in a moment, or not at all: whoever asks for it closes it in the end.
 * None when too many are open in advance.
 */
export function openInAdvance(url: URL): Connection | undefined {
  if (inAdvance.size >= mostInAdvance) return undefined;
  const connection = new Connection(url);
  inAdvance.add(connection);
  return connection;
}

function plainOptions(url: URL) {
  // Without the brackets that an IPv6 address has in a URL.
  const host = urlToHttpOptions(url).hostname ?? "localhost";
  const port = Number(url.port) || defaultPort(url);
  return { host, port, noDelay: true, autoSelectFamilyAttemptTimeout: addressAttemptMs };
}

function secureOptions(url: URL) {
  const options = plainOptions(url);
  // An address is no name that a server could be told.
  const name = net.isIP(options.host) === 0 && { servername: options.host };
  return { ...options, ...name };
}

export function defaultPort(url: URL): number {
  return url.protocol === "https:" ? 443 : 80;
}
