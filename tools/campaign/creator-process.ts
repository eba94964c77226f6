import { createServer, type IncomingMessage } from "node:http";
import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { currencies } from "@/lib/money/currencies";
import { findFaults } from "@/lib/platform/health/readiness";

// A process that does what "Create link" does in the portal after the session and the form were read, and nothing else.
// It starts much faster than the portal, so that it can be killed many times. When it has reached the database, it
// prints the port that it listens on.

const request = z.object({
  merchantId: z.uuid().refine(isMerchantId),
  userId: z.uuid(),
  intentId: z.uuid(),
  link: z.object({ amountMinor: z.number(), currency: z.enum(currencies), description: z.string() }),
  duplicateOf: z.uuid().optional(),
  replaces: z.uuid().optional(),
});
export type CreatorRequest = z.input<typeof request>;

while ((await findFaults()).length > 0);
const server = createServer((incoming, response) => {
  create(incoming).then(
    (outcome) => response.end(JSON.stringify(outcome)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" && address ? address.port : 0);
});

async function create(incoming: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { userId, ...createRequest } = request.parse(JSON.parse(Buffer.concat(chunks).toString()));
  return createPaymentLink({ ...createRequest, mode: "test", actor: { userId, ip: null } });
}

/** The campaign has created the merchant itself, so that no membership is checked. */
function isMerchantId(id: string): id is MerchantId {
  return id.length > 0;
}
