import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * Reads an address as sockets and proxies write it: `203.0.113.9`, `203.0.113.9:4711`, `2001:db8::1`, `[2001:db8::1]`,
 * `[2001:db8::1]:4711`. An IPv4 address within IPv6 becomes the IPv4 address. Null for anything else.
 */
export function readAddress(text: string): Address | null {
  const [, bracketed, withPort] = /^(?:\[([^\]]*)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/.exec(text.trim()) ?? [];
  const [address = ""] = (bracketed ?? withPort ?? text.trim()).split("%");
  // The library also reads octal and hexadecimal numbers, which no proxy writes.
  return isIP(address) === 0 ? null : ipaddr.process(address);
}

/** Each address has one spelling, by which it is stored and compared. */
export function spellAddress(address: Address): string {
  return address.kind() === "ipv6"
    ? ipaddr.IPv6.parse(address.toString()).toRFC5952String()
    : address.toString();
}

/**
 * Whose attempts are counted together: one IPv4 address, or the 64 bits of an IPv6 network, in which anybody has as many
 * addresses as they want.
 */
export function toNetwork(ip: string | null): string {
  return enclosing(ip, { ipv4: 32, ipv6: 64 });
}

/** The wider network that one customer of a provider has, in which a new address costs nothing. */
export function toNeighborhood(ip: string | null): string {
  return enclosing(ip, { ipv4: 24, ipv6: 48 });
}

function enclosing(ip: string | null, bits: Record<"ipv4" | "ipv6", number>): string {
  const address = ip === null ? null : readAddress(ip);
  if (!address) return "unknown";
  const range = `${address.toString()}/${bits[address.kind()]}`;
  return address.kind() === "ipv4"
    ? ipaddr.IPv4.networkAddressFromCIDR(range).toString()
    : `${ipaddr.IPv6.networkAddressFromCIDR(range).toRFC5952String()}/${bits.ipv6}`;
}
