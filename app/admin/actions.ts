"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/lib/core/paths";
import { ownLimitsFields } from "@/lib/domain/merchants/schema";
import { changeLimits } from "@/lib/domain/operator/change-limits";
import { setDisabled } from "@/lib/domain/operator/disable-merchant";
import { findOperatorMerchant } from "@/lib/domain/operator/list-merchants";
import { retryJob } from "@/lib/jobs/list-jobs";
import { log } from "@/lib/platform/log";
import { operatorAction } from "@/lib/web/action";
import { text } from "@/lib/web/form-schema";

const change = z.object({ slug: text, does: z.enum(["disable", "enable"]), after: text });

/** Keeps everybody out of a merchant, or lets them in again. It is in the merchant's own log. */
export const changeMerchant = operatorAction(change, async ({ person }, { slug, does, after }) => {
  const merchant = await findOperatorMerchant(slug);
  const isDisabled = does === "disable";
  if (merchant && (await setDisabled(merchant.merchantId, isDisabled, person.id))) {
    log().warn({
      code: `operator_${does}d_merchant`,
      operatorId: person.id,
      merchantId: merchant.merchantId,
    });
  }
  redirect(paths.adminAfter(after));
});

const limits = z.object({ slug: text, after: text, ...ownLimitsFields });

/** Sets how much a merchant may do and have. */
export const saveLimits = operatorAction(limits, async ({ person }, { slug, after, ...own }) => {
  const merchant = await findOperatorMerchant(slug);
  if (merchant) await changeLimits(merchant.merchantId, own, person.id);
  redirect(paths.adminAfter(after));
});

const job = z.object({ job: z.string().regex(/^\d{1,18}$/), after: text });

/** Lets a job that has failed for good run again. It is no merchant's, so that only the portal's log has it. */
export const retry = operatorAction(job, async ({ person }, { job, after }) => {
  const isFound = await retryJob(job);
  log().warn({ code: "operator_retried_job", operatorId: person.id, job, isFound });
  redirect(paths.adminAfter(after));
});
