import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { noteClientAddress } from "@/bin/process/client-address";
import { clientAddressHeader } from "@/lib/web/address";

test.each([
  ["an outsider says nothing", "203.0.113.9", undefined, "203.0.113.9"],
  ["an outsider makes one up", "203.0.113.9", "6.6.6.6", "203.0.113.9"],
  ["our proxy tells", "127.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["an outsider makes one up before our proxy", "::ffff:10.0.0.7", "6.6.6.6, 203.0.113.9", "203.0.113.9"],
  ["nonsense from nearby", "::1", "x", "::1"],
])("%s", (_what, peer, forwarded, noted) => {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const request = new IncomingMessage(socket);
  if (forwarded) request.headers["x-forwarded-for"] = forwarded;
  request.headers[clientAddressHeader] = "7.7.7.7";
  noteClientAddress(request);
  expect(request.headers[clientAddressHeader]).toBe(noted);
});
