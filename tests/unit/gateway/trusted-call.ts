/**
 * A program of its own, because Node reads additional trusted certificates (`NODE_EXTRA_CA_CERTS`) only when it starts.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { Secret } from "@/lib/core/secret";
import { type Connection, openInAdvance } from "@/lib/gateway/connection";
import { createPaymentLink } from "@/lib/gateway/payment-links-api";

const baseUrl = process.argv[2] ?? "";

function create(connection?: Connection) {
  return createPaymentLink({
    ...{ apiKey: new Secret("sk_test_over_tls"), baseUrl, timeoutMs: 10_000, plainHttpUrls: "never" },
    ...{ amountMinor: 4999, currency: "USD", description: "Over TLS", connection },
  });
}

const first = await create();
const connection = openInAdvance(new URL(baseUrl));
await sleep(150);
console.log(JSON.stringify([first, await create(connection)]));
