import { once } from "node:events";
import net from "node:net";

/** A TCP server that does what it is told with each connection, and keeps everything it was sent. */
export async function startRawServer(onConnection: (socket: net.Socket) => void) {
  const received: string[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    const index = received.push("") - 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      received[index] += chunk.toString("latin1");
    });
    onConnection(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    port,
    /** What was received, one entry for each connection. */
    received,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Answers the first bytes of a request with `bytes`, and then calls `after`. */
export function answering(bytes: string | Buffer, after: (socket: net.Socket) => void = () => {}) {
  return (socket: net.Socket) => {
    socket.once("data", () => socket.write(bytes, () => after(socket)));
  };
}
