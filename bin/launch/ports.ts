import { once } from "node:events";
import net from "node:net";
import { networkInterfaces } from "node:os";
import { CliError } from "@/bin/embedded-postgres/cli-error";

/** @throws {CliError} naming the setting when the port cannot be listened on. */
export async function refuseTakenPort(setting: string, port: number, host: string): Promise<void> {
  const server = net.createServer();
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw new CliError(`${setting}: ${explain(error, port, host)}`);
  }
  server.close();
  await once(server, "close");
  for (const loopback of reachedByName(host)) {
    if (!(await isAnswered(loopback, port))) continue;
    throw new CliError(
      `${setting}: ${port} is in use by another program on ${loopback}; choose another port`,
    );
  }
}

/**
 * `localhost` is two addresses, and a browser may use either. If another program listens on only one of them, we could
 * listen on the other, and people would reach that program.
 */
function reachedByName(host: string): string[] {
  return ["0.0.0.0", "::", "127.0.0.1", "::1", "localhost"].includes(host) ? ["127.0.0.1", "::1"] : [];
}

async function isAnswered(host: string, port: number): Promise<boolean> {
  const socket = net.connect({ host, port });
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Why a server cannot listen there, as the end of a line that begins with the setting's name. */
export function explain(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return `${port} is in use by another program; choose another port`;
  if (code === "EACCES") return `${port} may not be used by this account; choose one above 1023`;
  return `cannot listen on port ${port} of ${host} (${code || String(error)})`;
}

/** The address for requests from this machine to a server that listens on `host`. */
export function localAddress(host: string, port: number): string {
  if (host === "0.0.0.0") return `http://127.0.0.1:${port}`;
  if (host === "::") return `http://[::1]:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** The addresses for a phone on the same network; none when the server listens on only one address. */
export function networkAddresses(host: string, port: number): string[] {
  if (host !== "0.0.0.0" && host !== "::") return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => `http://${address}:${port}`);
}
