"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { paths } from "@/lib/core/paths";
import { ownLimitsFields } from "@/lib/domain/merchants/schema";
import { changeLimits } from "@/lib/domain/operator/change-limits";
import { setDisabled } from "@/lib/domain/operator/disable-merchant";
import { findOperatorMerchant } from "@/lib/domain/operator/list-merchants";
import { recordOperation } from "@/lib/domain/operator/record-operation";
import type { Operator } from "@/lib/domain/operator/schema";
import { retryJob } from "@/lib/jobs/retry-job";
import { operatorAction } from "@/lib/web/action";
import { text } from "@/lib/web/form-schema";

const change = z.object({ slug: text, does: z.enum(["disable", "enable"]), after: text });

/** Keeps everybody out of a merchant, or lets them in again. It is in the merchant's own log. */
export const changeMerchant = operatorAction(change, async ({ person }, { slug, does, after }) => {
  const by = toOperator(person);
  const merchant = await findOperatorMerchant(slug);
  if (merchant) {
    const { merchantId } = merchant;
    await recordOperation({ by, action: `merchant_${does}d`, merchantId, target: slug });
    await setDisabled(merchantId, does === "disable", by);
  }
  redirect(paths.adminAfter(after));
});

const limits = z.object({ slug: text, after: text, ...ownLimitsFields });

/** Sets how much a merchant may do and have. It is in the merchant's own log. */
export const saveLimits = operatorAction(limits, async ({ person }, { slug, after, ...own }) => {
  const by = toOperator(person);
  const merchant = await findOperatorMerchant(slug);
  if (merchant) {
    const { merchantId } = merchant;
    await recordOperation({ by, action: "limits_changed", merchantId, target: slug, details: own });
    await changeLimits(merchantId, own, by);
  }
  redirect(paths.adminAfter(after));
});

const job = z.object({ job: z.string().regex(/^\d{1,18}$/), after: text });

/** Lets a job that has failed for good run again. */
export const retry = operatorAction(job, async ({ person }, { job, after }) => {
  await retryJob(job, toOperator(person));
  redirect(paths.adminAfter(after));
});

function toOperator({ id, email }: { id: string; email: string }): Operator {
  return { userId: id, name: email };
}
