import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect, withSystem } from "@/lib/platform/db";

const signedIn = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const fields = Buffer.from("SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0");
const farewell = Buffer.concat([Buffer.from([0x45, 0, 0, 0, 4 + fields.length]), fields]);

/** A Postgres that is stopped while it accepts a connection: both messages arrive in one packet. */
const server = net.createServer((socket) => {
  socket.on("error", () => {});
  socket.once("data", () => socket.end(Buffer.concat([signedIn, ready, farewell])));
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  process.env.DATABASE_URL = `postgres://cobro@127.0.0.1:${port}/cobro`;
  process.env.LOG_LEVEL = "silent";
});
afterAll(async () => {
  await disconnect();
  server.close();
});

test("a connection that is lost in the moment in which it stands fails its query, and not the process", async () => {
  await expect(withSystem((tx) => tx.$queryRaw`SELECT 1`)).rejects.toThrow(/connection error/);
}, 30_000);
