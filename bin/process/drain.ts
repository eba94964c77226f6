import type { Server, ServerResponse } from "node:http";
import net, { type Socket } from "node:net";
import { setTimeout as sleep, setImmediate as turnOfTheLoop } from "node:timers/promises";

/** How long a connection without a request may still bring one. A request that a proxy has sent is here long before. */
const usualLingerMs = 1_000;

/** In a process that is so busy that no turn is short, the rest of the queue is given up after this. */
const longestQueueMs = 2_000;
const shortTurnMs = 1;

/**
 * Makes a function that stops a server: it accepts no new connections, answers the requests that come on those it has,
 * lets current ones finish, and closes the rest. Each answer from then on says that its connection closes, so that a proxy
 * sends nothing more on it. Call it before the server listens.
 *
 * A connection that is closed while a proxy sends a request on it is a 502 for whoever waits: the proxy cannot know
 * whether a form was already handled, and does not send it again. See decision 0062.
 */
export function drainable(server: Server, timeoutMs: number, lingerMs = usualLingerMs): () => Promise<void> {
  const sockets = new Map<Socket, Set<ServerResponse>>();
  let draining = false;
  let connections = 0;

  server.on("connection", (socket) => {
    connections += 1;
    sockets.set(socket, new Set());
    socket.once("close", () => sockets.delete(socket));
  });
  // Before the listener that answers, which may do so at once.
  server.prependListener("request", ({ socket }, response) => {
    const answers = sockets.get(socket);
    if (!answers) return;
    answers.add(response);
    if (draining) announceClose(response);
    response.once("close", () => {
      answers.delete(response);
      if (draining && answers.size === 0) socket.destroySoon();
    });
  });

  return async () => {
    draining = true;
    for (const answers of sockets.values()) for (const response of answers) announceClose(response);
    await emptyQueue();
    // The server's own `close` would also close each connection that is idle at this moment.
    const closed = new Promise((resolve) => net.Server.prototype.close.call(server, resolve));
    const over = Promise.race([closed, sleep(timeoutMs, undefined, { ref: false })]);
    await Promise.race([over, sleep(lingerMs, undefined, { ref: false })]);
    // A browser opens connections in advance that it may never use.
    for (const [socket, answers] of sockets) if (answers.size === 0) socket.destroy();
    await over;
    server.closeAllConnections();
  };

  /**
   * Takes the connections that the system has accepted for this process: closing would reset them, with what is on them. Node
   * takes one in a turn of its loop. After a short turn without any, none is left.
   */
  async function emptyQueue(): Promise<void> {
    for (const begunAt = performance.now(); performance.now() - begunAt < longestQueueMs; ) {
      const [before, turnedAt] = [connections, performance.now()];
      await turnOfTheLoop();
      if (connections === before && performance.now() - turnedAt < shortTurnMs) return;
    }
  }
}

function announceClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}
