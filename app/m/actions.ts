"use server";

import { redirect } from "next/navigation";
import { reopenMerchant } from "@/lib/domain/merchants/reopen-merchant";
import { personAction } from "@/lib/web/action";
import { requireClosedMerchantOwner } from "@/lib/web/require-member";

/** Turns a merchant on again that an owner had turned off or deleted. The slug is checked to be one of the person's. */
export const reopen = personAction({ fields: ["slug"] }, async ({ ip }, { slug }) => {
  const { merchantId, merchant, person } = await requireClosedMerchantOwner(slug);
  const actor = { userId: person.id, ip };
  await reopenMerchant({ merchantId, actor, wasDeleted: merchant.deletedAt !== null });
  redirect("/m");
});
