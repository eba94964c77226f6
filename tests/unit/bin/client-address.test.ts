import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { noteClientAddress } from "@/bin/process/client-address";
import { parseEnv } from "@/lib/platform/env";
import { clientAddressHeader } from "@/lib/web/address";

function request(peer: string | undefined, sent: Record<string, string>, trustedProxies: string) {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const incoming = new IncomingMessage(socket);
  Object.assign(incoming.headers, sent, { [clientAddressHeader]: "7.7.7.7" });
  noteClientAddress(incoming, parseEnv({ TRUSTED_PROXIES: trustedProxies }).TRUSTED_PROXIES);
  return incoming.headers;
}

const proxies = "10.0.0.7, 192.168.0.0/16, 2001:DB8::/32, loopback";

test.each([
  ["an outsider says nothing", "203.0.113.9", "", proxies, "203.0.113.9"],
  ["an outsider makes one up", "203.0.113.9", "6.6.6.6", proxies, "203.0.113.9"],
  ["a neighbour makes one up", "10.0.0.8", "6.6.6.6", proxies, "10.0.0.8"],
  ["this machine makes one up, and nobody is trusted", "127.0.0.1", "6.6.6.6", "", "127.0.0.1"],
  ["a private network makes one up, and nobody is trusted", "::ffff:10.0.0.7", "6.6.6.6", "", "10.0.0.7"],
  ["our proxy tells", "127.0.0.1", "203.0.113.9", proxies, "203.0.113.9"],
  ["our proxy tells, called over IPv6", "::ffff:10.0.0.7", "203.0.113.9", proxies, "203.0.113.9"],
  ["an outsider makes one up before our proxy", "10.0.0.7", "6.6.6.6, 203.0.113.9", proxies, "203.0.113.9"],
  [
    "two of our proxies, one after the other",
    "::1",
    "6.6.6.6, 203.0.113.9,192.168.4.4",
    proxies,
    "203.0.113.9",
  ],
  ["an outsider claims to be our proxy", "::1", "6.6.6.6, 10.0.0.7, 203.0.113.9", proxies, "203.0.113.9"],
  ["only our own proxies", "::1", "10.0.0.7, 192.168.4.4", proxies, "10.0.0.7"],
  ["a port after the address", "::1", "203.0.113.9:4711", proxies, "203.0.113.9"],
  ["a port after an IPv6 address", "::1", "[2001:db9::00A1]:4711", proxies, "2001:db9::a1"],
  ["brackets without a port", "::1", "[2001:db9::1]", proxies, "2001:db9::1"],
  ["IPv6 as it is", "::1", "2001:db9:0:0::1", proxies, "2001:db9::1"],
  ["IPv4 within IPv6", "::1", "::ffff:203.0.113.9", proxies, "203.0.113.9"],
  [
    "IPv4 within IPv6, in hexadecimal and with a port",
    "::1",
    "[::ffff:cb00:7109]:80",
    proxies,
    "203.0.113.9",
  ],
  ["an IPv6 proxy of a trusted network", "2001:db8::5", "203.0.113.9", proxies, "203.0.113.9"],
  ["nonsense from our proxy", "::1", "x", proxies, "::1"],
  ["unknown after an invented one", "::1", "6.6.6.6, unknown", proxies, "::1"],
  ["an octal address after an invented one", "::1", "6.6.6.6, 0313.0.0.1", proxies, "::1"],
  ["a network's zone", "fe80::1%eth0", "6.6.6.6", "", "fe80::1"],
  ["linklocal", "fe80::1%eth0", "203.0.113.9", "linklocal", "203.0.113.9"],
  ["uniquelocal", "172.16.3.4", "203.0.113.9", "UniqueLocal", "203.0.113.9"],
  ["uniquelocal in IPv6", "fd00::4", "203.0.113.9", "uniquelocal", "203.0.113.9"],
  ["a socket without an address", undefined, "6.6.6.6", proxies, ""],
])("%s", (_what, peer, forwarded, trusted, noted) => {
  const sent = forwarded ? { "x-forwarded-for": forwarded } : {};
  expect(request(peer, sent, trusted)[clientAddressHeader]).toBe(noted);
});

test("host and scheme are believed only from a trusted proxy", () => {
  const said = {
    forwarded: "for=6.6.6.6",
    "x-forwarded-for": "6.6.6.6",
    "x-forwarded-host": "evil.example",
    "x-forwarded-port": "444",
    "x-forwarded-proto": "https",
  };
  expect(request("203.0.113.9", said, "loopback")).toEqual({ [clientAddressHeader]: "203.0.113.9" });
  expect(request("::1", said, "loopback")).toMatchObject(said);
});
