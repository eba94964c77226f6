import { once } from "node:events";
import net from "node:net";

/**
 * Sends a request byte for byte, as no browser would, and answers the status; 0 when the connection was closed without
 * an answer.
 */
export async function rawStatus(origin: string, lines: string[], body = ""): Promise<number> {
  const { hostname, port } = new URL(origin);
  const socket = net.connect(Number(port), hostname);
  socket.on("error", () => {});
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
    if (received.includes("\r\n")) socket.destroy();
  });
  socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`, "latin1");
  await once(socket, "close");
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? 0);
}
