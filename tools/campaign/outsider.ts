import { setTimeout as sleep } from "node:timers/promises";
import type { CreateRequest, Tally } from "@/tools/campaign/create-request";
import type { CampaignMerchant } from "@/tools/campaign/merchants";

/**
 * Creates a link with the merchant's key, but not through Cobro: with the amount and the description of a current
 * create request, as that person would write it, so without the reference.
 */
export async function writeFromOutside(options: {
  merchant: CampaignMerchant;
  sandboxUrl: string;
  latestCreateRequest: () => CreateRequest | undefined;
  random: () => number;
  tally: Tally;
  isOver: () => boolean;
}): Promise<void> {
  const { merchant, sandboxUrl, latestCreateRequest, random, tally, isOver } = options;
  while (!isOver()) {
    await sleep(2_000 + random() * 6_000);
    const createRequest = latestCreateRequest();
    if (!createRequest) continue;
    const description = merchant.usesReferences
      ? createRequest.description
      : `${createRequest.description} By phone.`;
    const sent = fetch(`${sandboxUrl}/v1/payment-links`, {
      method: "POST",
      // A header of its own, so that it does not use up the faults that were set for Cobro.
      headers: { ...headers(merchant), "X-Sandbox-Fault": "slow; delayMs=0" },
      body: JSON.stringify({ amount: createRequest.amountMinor, currency: "USD", description }),
    });
    const { ok, status } = await sent;
    if (!ok) throw new Error(`the outside writer was refused: ${status}`);
    await (await sent).text();
    tally.add("links made outside");
  }
}

function headers({ account }: CampaignMerchant): Record<string, string> {
  return { "X-Api-Key": account.key, "Content-Type": "application/json" };
}
