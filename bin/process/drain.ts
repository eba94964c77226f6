import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Makes a function that stops a server: it accepts no new requests, lets current ones finish, and closes all other
 * connections. `server.close` alone would wait for connections that a browser opened in advance and has not used. Call
 * it before the server listens.
 */
export function drainable(server: Server, timeoutMs: number): () => Promise<void> {
  const sockets = new Map<Socket, { requests: number }>();
  let draining = false;

  server.on("connection", (socket) => {
    sockets.set(socket, { requests: 0 });
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", ({ socket }, response) => {
    const use = sockets.get(socket);
    if (!use) return;
    use.requests += 1;
    response.once("close", () => {
      use.requests -= 1;
      if (draining && use.requests === 0) socket.destroySoon();
    });
  });

  return async () => {
    draining = true;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const [socket, { requests }] of sockets) if (requests === 0) socket.destroy();
    await Promise.race([closed, sleep(timeoutMs, undefined, { ref: false })]);
    server.closeAllConnections();
  };
}
