import type { Server } from "node:http";
import { isLoopbackAddress } from "@/lib/sandbox/access";
import { connectionsPerAddress } from "@/lib/sandbox/limits";

/** Closes connections of an address of the network that holds many already, so that others still get one. */
export function limitConnections(server: Server): void {
  const open = new Map<string, number>();
  server.on("connection", (socket) => {
    const address = socket.remoteAddress ?? "";
    if (isLoopbackAddress(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > connectionsPerAddress) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
