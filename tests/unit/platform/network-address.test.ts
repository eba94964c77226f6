import { expect, test } from "vitest";
import { toNeighborhood, toNetwork } from "@/lib/platform/network-address";

test.each([
  ["203.0.113.9", "203.0.113.9", "203.0.113.0"],
  ["::ffff:203.0.113.9", "203.0.113.9", "203.0.113.0"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64", "2001:db8:1::/48"],
  ["2001:db8:1:3::1", "2001:db8:1:3::/64", "2001:db8:1::/48"],
  [null, "unknown", "unknown"],
  ["nonsense", "unknown", "unknown"],
])("attempts of %s are counted for %s, in %s", (ip, network, provider) => {
  expect([toNetwork(ip), toNeighborhood(ip)]).toEqual([network, provider]);
});
