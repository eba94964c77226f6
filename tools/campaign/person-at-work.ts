import { setTimeout as sleep } from "node:timers/promises";
import type { CreateRequest } from "@/tools/campaign/create-request";
import type { CampaignMerchant } from "@/tools/campaign/merchants";
import { pursue, type Surroundings } from "@/tools/campaign/person";

/** The work of one person: one create request after another. */
export async function createOneAfterAnother(
  name: string,
  merchant: CampaignMerchant,
  createRequests: CreateRequest[],
  around: Surroundings,
  isOver: () => boolean,
): Promise<void> {
  for (let number = 1; !isOver(); number += 1) {
    const amountMinor = 100 + Math.floor(around.random() * 90_000);
    const createRequest: CreateRequest = {
      ...{ merchant, amountMinor, description: `${name}-${number}.`, intentId: "" },
      ...{ consents: new Set(), isOver: false, answered: null, pressedAt: 0 },
    };
    createRequests.push(createRequest);
    await pursue(createRequest, around);
    await sleep(around.random() * 300);
  }
}
