"use server";

import { redirect } from "next/navigation";
import { personAction } from "@/lib/auth/action";
import { requireOwnerOfClosed } from "@/lib/auth/require-member";
import { reopenMerchant } from "@/lib/merchants/settings";

/** Turns a merchant on again that an owner had turned off or deleted. The slug is checked to be one of the person's. */
export const reopen = personAction({ fields: ["slug"] }, async ({ ip }, { slug }) => {
  const { merchantId, merchant, person } = await requireOwnerOfClosed(slug);
  const actor = { userId: person.id, ip };
  await reopenMerchant({ merchantId, actor, wasDeleted: merchant.deletedAt !== null });
  redirect("/m");
});
