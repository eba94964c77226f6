import { isIP } from "node:net";
import type ipaddr from "ipaddr.js";
import { readAddress } from "@/lib/platform/network-address";

/** A network as `ipaddr.js` matches it, or a kind of address that has a name. */
type TrustedNetwork = [ipaddr.IPv4 | ipaddr.IPv6, number] | "loopback" | "linkLocal" | "uniqueLocal";

/** The names that other servers use too; `uniquelocal` are private networks, IPv4 and IPv6. */
const keywords: Record<string, TrustedNetwork> = {
  loopback: "loopback",
  linklocal: "linkLocal",
  uniquelocal: "uniqueLocal",
};

/** Reads `loopback, 10.0.0.0/8, 2001:db8::7`. Null if one of them is neither an address, a network nor a keyword. */
export function readTrustedProxies(list: string): TrustedNetwork[] | null {
  const networks = list.split(",").map((entry) => readNetwork(entry.trim().toLowerCase()));
  const known = networks.filter((network) => network !== null);
  return known.length === networks.length ? known : null;
}

function readNetwork(entry: string): TrustedNetwork | null {
  const keyword = keywords[entry];
  if (keyword) return keyword;
  const [, base = "", bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  if (isIP(base) === 0) return null;
  const address = readAddress(base);
  if (!address) return null;
  // `::ffff:10.0.0.0/104` names the same network as `10.0.0.0/8`.
  const mappedBits = isIP(base) === 6 && address.kind() === "ipv4" ? 96 : 0;
  const longest = address.kind() === "ipv4" ? 32 : 128;
  const prefix = bits === undefined ? longest : Number(bits) - mappedBits;
  return prefix >= 0 && prefix <= longest ? [address, prefix] : null;
}

export function isTrusted(address: ipaddr.IPv4 | ipaddr.IPv6, trusted: readonly TrustedNetwork[]): boolean {
  return trusted.some((network) => {
    if (typeof network !== "string") return network[0].kind() === address.kind() && address.match(network);
    const range = address.range();
    return range === network || (network === "uniqueLocal" && range === "private");
  });
}
