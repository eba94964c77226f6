/**
 * A program of its own, because Node reads additional trusted certificates (`NODE_EXTRA_CA_CERTS`) only when it starts.
 */

import { Secret } from "@/lib/core/secret";
import { createPaymentLink } from "@/lib/gateway/payment-links-api";

const result = await createPaymentLink({
  apiKey: new Secret("sk_test_over_tls"),
  baseUrl: process.argv[2] ?? "",
  timeoutMs: 10_000,
  plainHttpUrls: "never",
  amountMinor: 4999,
  currency: "USD",
  description: "Over TLS",
});
console.log(JSON.stringify(result));
