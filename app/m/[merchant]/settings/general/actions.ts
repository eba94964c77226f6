"use server";

import { redirect } from "next/navigation";
import { memberAction } from "@/lib/auth/action";
import { schemaErrors } from "@/lib/auth/schema-errors";
import { settingsFields, settingsSchema } from "@/lib/merchants/schema";
import { changeSettings, deleteMerchant, disableMerchant } from "@/lib/merchants/settings";

export const saveSettings = memberAction(
  "settings:manage",
  { fields: settingsFields },
  async ({ merchantId, person, ip }, form) => {
    const parsed = settingsSchema.safeParse(form);
    if (!parsed.success) return { errors: schemaErrors(parsed.error) };
    const actor = { userId: person.id, ip };
    const changed = await changeSettings({ merchantId, actor, settings: parsed.data });
    if (!changed.ok) return { errors: { slug: changed.code } };
    redirect(`/m/${parsed.data.slug}/settings/general?saved=1`);
  },
);

/** Turning off and deleting, once the merchant's slug was typed. An owner finds it on `/m` after. */
export const closeMerchant = memberAction(
  "merchant:close",
  { fields: ["confirmation", "how"] },
  async ({ merchantId, merchant, person, ip }, { confirmation, how }) => {
    if (confirmation.trim() !== merchant.slug) return { errors: { confirmation: "confirmation_wrong" } };
    const request = { merchantId, actor: { userId: person.id, ip } };
    await (how === "delete" ? deleteMerchant(request) : disableMerchant(request));
    redirect("/m");
  },
);
