import { setTimeout as sleep } from "node:timers/promises";
import type { CampaignMerchant } from "@/tests/campaign/merchants";
import type { Tally, Wish } from "@/tests/campaign/wish";

/**
 * Somebody who makes links with the merchant's key, past Cobro: with the amount of a wish that is being pursued, and
 * its description as far as that person knows it, so without the reference.
 */
export async function writeFromOutside(options: {
  merchant: CampaignMerchant;
  sandboxUrl: string;
  latestWish: () => Wish | undefined;
  random: () => number;
  tally: Tally;
  isOver: () => boolean;
}): Promise<void> {
  const { merchant, sandboxUrl, latestWish, random, tally, isOver } = options;
  while (!isOver()) {
    await sleep(2_000 + random() * 6_000);
    const wish = latestWish();
    if (!wish) continue;
    const description = merchant.usesReferences ? wish.description : `${wish.description} By phone.`;
    const sent = fetch(`${sandboxUrl}/v1/payment-links`, {
      method: "POST",
      // A fault of the outsider's own: none, so that those set for Cobro stay for Cobro.
      headers: { ...headers(merchant), "X-Sandbox-Fault": "slow; delayMs=0" },
      body: JSON.stringify({ amount: wish.amountMinor, currency: "USD", description }),
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
