"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { paths } from "@/lib/core/paths";
import { reopenMerchant } from "@/lib/domain/merchants/reopen-merchant";
import { personAction } from "@/lib/web/action";
import { text } from "@/lib/web/form-schema";
import { requireClosedMerchantOwner } from "@/lib/web/require-member";

/**
 * Enables a merchant again that an owner has disabled or deleted. The slug must be that of one of the person's
 * merchants.
 */
export const reopen = personAction({ schema: z.object({ slug: text }) }, async ({ actor }, { slug }) => {
  const { merchantId, merchant } = await requireClosedMerchantOwner(slug);
  await reopenMerchant({ merchantId, actor, wasDeleted: merchant.deletedAt !== null });
  redirect(paths.merchants);
});
